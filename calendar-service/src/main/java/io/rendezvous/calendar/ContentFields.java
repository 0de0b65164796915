package io.rendezvous.calendar;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of an event that people write, each under its name, to tell what differs. */
public final class ContentFields {
  private static final Map<String, Function<EventContent, @Nullable Object>> ALL = all();

  private ContentFields() {}

  /**
   * The names of the fields that differ: title, description, location, attendees, time, recurrence,
   * reminders, free. What attendees answered is none.
   */
  public static List<String> different(EventContent one, EventContent other) {
    return ALL.entrySet().stream()
        .filter(
            field -> !Objects.equals(field.getValue().apply(one), field.getValue().apply(other)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether a field that the change touches is another in what there is now. */
  public static boolean isTouched(EventContent before, EventContent after, EventContent now) {
    List<String> edited = different(before, now);
    return different(before, after).stream().anyMatch(edited::contains);
  }

  /** Whether all that the change touches is so in what there is now, answers included. */
  public static boolean isMade(EventContent before, EventContent after, EventContent now) {
    List<String> missing = different(after, now);
    return different(before, after).stream().noneMatch(missing::contains)
        && after.text().attendees().stream()
            .filter(attendee -> answer(before, attendee) != attendee.response())
            .allMatch(attendee -> answer(now, attendee) == attendee.response());
  }

  private static @Nullable Response answer(EventContent content, Attendee attendee) {
    for (Attendee other : content.text().attendees()) {
      if (other.person().equals(attendee.person())) {
        return other.response();
      }
    }
    return null;
  }

  private static Map<String, Function<EventContent, @Nullable Object>> all() {
    var fields = new LinkedHashMap<String, Function<EventContent, @Nullable Object>>();
    fields.put("title", content -> content.text().title());
    fields.put("description", content -> content.text().description());
    fields.put("location", content -> content.text().location());
    fields.put("attendees", ContentFields::people);
    fields.put("time", EventContent::time);
    fields.put("recurrence", EventContent::recurrence);
    fields.put("reminders", EventContent::reminders);
    fields.put("free", EventContent::free);
    return fields;
  }

  private static List<Attendee> people(EventContent content) {
    return content.text().attendees().stream().map(one -> one.answering(null)).toList();
  }
}

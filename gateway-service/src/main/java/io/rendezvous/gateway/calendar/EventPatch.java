package io.rendezvous.gateway.calendar;

import io.rendezvous.common.calendar.AskedReminder;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarArguments.UpdateEvent;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client wants to have changed of an event (RFC 7396); null is what stays. */
record EventPatch(
    @Nullable String title,
    WrittenSpan span,
    @Nullable String description,
    @Nullable String location,
    @Nullable List<Attendee> attendees,
    @Nullable List<String> recurrence,
    @Nullable List<AskedReminder> reminders,
    @Nullable Boolean free) {
  private static final List<String> NEVER_EMPTY = List.of("title", "start", "end", "timeZone");

  /**
   * Reads it.
   *
   * @throws io.rendezvous.gateway.problem.Problem 400 that names every field that is not valid
   */
  static EventPatch read(JsonNode body) {
    var fields = EventFields.of(body);
    for (String name : NEVER_EMPTY) {
      if (fields.isNull(name)) {
        fields.wrong(name, "cannot be taken away");
      }
    }
    String title = fields.text("title");
    if (title != null && title.isBlank()) {
      fields.wrong("title", "must be a text that is not blank");
    }
    var patch =
        new EventPatch(
            title,
            WrittenSpan.read(fields),
            fields.isNull("description") ? "" : fields.text("description"),
            fields.isNull("location") ? "" : fields.text("location"),
            fields.isNull("attendees") ? List.of() : fields.attendees(),
            fields.isNull("recurrence") ? List.of() : fields.recurrence(),
            fields.isNull("reminders") ? List.of() : fields.reminders(),
            fields.isNull("free") ? Boolean.FALSE : fields.flag("free"));
    fields.check();
    return patch;
  }

  /**
   * As the tool takes it.
   *
   * @param own the event's zone, in which times are meant that come without one
   */
  UpdateEvent of(EventPlace place, ZoneId own, EventOptions options, @Nullable String etag) {
    return new UpdateEvent(
        place.event(),
        options.scope(),
        title,
        span.startIn(own),
        span.endIn(own),
        span.zoneId(),
        location,
        description,
        attendees,
        recurrence,
        reminders,
        free,
        options.notifyAttendees(),
        null,
        etag,
        place.calendar());
  }

  /** Whether the event's own zone must be known. */
  boolean needsZone() {
    return span.needsZone();
  }
}

package io.rendezvous.calendar;

import io.rendezvous.common.calendar.Attendee;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a change is undone where the event may have been edited since: what the change touched goes
 * back, but for the fields that were edited after it, which stay.
 *
 * @param content the event after the undoing
 * @param kept the names of fields that stay as others left them
 */
public record Restoration(EventContent content, List<String> kept) {
  public Restoration {
    kept = List.copyOf(kept);
  }

  /**
   * Works it out.
   *
   * @param before what there was before the change
   * @param after what the change made of it
   * @param now what there is
   */
  public static Restoration of(EventContent before, EventContent after, EventContent now) {
    return new Merge(before, after, now).merged();
  }

  /** Whether nothing of the change is to be put back. */
  public boolean changesNothing(EventContent now) {
    return content.equals(now);
  }

  private static final class Merge {
    private final EventContent before;
    private final EventContent after;
    private final EventContent now;
    private final List<String> kept = new ArrayList<>();

    Merge(EventContent before, EventContent after, EventContent now) {
      this.before = before;
      this.after = after;
      this.now = now;
    }

    Restoration merged() {
      var text =
          new EventText(
              field("title", content -> content.text().title()),
              field("description", content -> content.text().description()),
              field("location", content -> content.text().location()),
              attendees());
      var content =
          new EventContent(
              text,
              field("time", EventContent::time),
              field("recurrence", EventContent::recurrence),
              field("reminders", EventContent::reminders),
              field("free", EventContent::free));
      return new Restoration(content, kept);
    }

    private <T extends @Nullable Object> T field(String name, Function<EventContent, T> part) {
      T was = part.apply(before);
      T made = part.apply(after);
      T is = part.apply(now);
      if (Objects.equals(was, made)) {
        return is;
      }
      if (Objects.equals(is, made)) {
        return was;
      }
      if (!Objects.equals(is, was)) {
        kept.add(name);
      }
      return is;
    }

    /** What people answered meanwhile is no edit of the list, and is not undone with it. */
    private List<Attendee> attendees() {
      List<Attendee> made = unanswered(after);
      if (!unanswered(before).equals(made) && unanswered(now).equals(made)) {
        return before.text().attendees().stream().map(this::asAnswered).toList();
      }
      return field("attendees", content -> content.text().attendees());
    }

    private Attendee asAnswered(Attendee attendee) {
      return now.text().attendees().stream()
          .filter(other -> other.person().equals(attendee.person()))
          .findFirst()
          .map(other -> attendee.answering(other.response()))
          .orElse(attendee);
    }

    private static List<Attendee> unanswered(EventContent content) {
      return content.text().attendees().stream().map(one -> one.answering(null)).toList();
    }
  }
}

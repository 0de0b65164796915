package io.rendezvous.common.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar tools tell the model; every time is said with weekday, local time and zone by
 * code.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
public sealed interface CalendarResult {

  /** One event; {@code when} says its time in the user's language. */
  record EventView(
      String id,
      String title,
      OffsetDateTime start,
      OffsetDateTime end,
      String timeZone,
      String when,
      @Nullable String location,
      List<Attendee> attendees) {
    public EventView {
      requireNonNull(id, "id");
      requireNonNull(title, "title");
      requireNonNull(start, "start");
      requireNonNull(end, "end");
      requireNonNull(timeZone, "timeZone");
      requireNonNull(when, "when");
      attendees = List.copyOf(attendees);
    }
  }

  /** A free slot; {@code when} says its time in the user's language. */
  record Slot(OffsetDateTime start, OffsetDateTime end, String timeZone, String when) {
    public Slot {
      requireNonNull(start, "start");
      requireNonNull(end, "end");
      requireNonNull(timeZone, "timeZone");
      requireNonNull(when, "when");
    }
  }

  /** Events by start; {@code more} tells that there were others beyond the limit. */
  @JsonTypeName("events")
  record Events(List<EventView> events, boolean more) implements CalendarResult {
    public Events {
      events = List.copyOf(events);
    }
  }

  /** Created; {@code conflicts} are the events at the same time, which were left as they are. */
  @JsonTypeName("created")
  record Created(EventView event, List<EventView> conflicts) implements CalendarResult {
    public Created {
      requireNonNull(event, "event");
      conflicts = List.copyOf(conflicts);
    }
  }

  @JsonTypeName("moved")
  record Moved(EventView before, EventView event, List<EventView> conflicts)
      implements CalendarResult {
    public Moved {
      requireNonNull(before, "before");
      requireNonNull(event, "event");
      conflicts = List.copyOf(conflicts);
    }
  }

  @JsonTypeName("deleted")
  record Deleted(EventView event) implements CalendarResult {
    public Deleted {
      requireNonNull(event, "event");
    }
  }

  @JsonTypeName("slots")
  record FreeTimes(List<Slot> slots) implements CalendarResult {
    public FreeTimes {
      slots = List.copyOf(slots);
    }
  }

  /** It did not happen; {@code detail} tells the model what to do next. */
  @JsonTypeName("failed")
  record Failed(String reason, String detail) implements CalendarResult {
    public Failed {
      requireNonNull(reason, "reason");
      requireNonNull(detail, "detail");
    }
  }
}

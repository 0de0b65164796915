package io.rendezvous.common.calendar;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar tools take; times are local to {@code timeZone}, or to the user's zone where
 * that is null.
 */
public sealed interface CalendarArguments {

  record ListEvents(
      LocalDateTime from, LocalDateTime to, @Nullable String query, @Nullable String timeZone)
      implements CalendarArguments {
    public ListEvents {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }
  }

  record CreateEvent(
      String title,
      LocalDateTime start,
      @Nullable LocalDateTime end,
      @Nullable String timeZone,
      @Nullable String location,
      @Nullable String description,
      List<Attendee> attendees)
      implements CalendarArguments {
    public CreateEvent {
      requireNonNull(title, "title");
      requireNonNull(start, "start");
      attendees = List.copyOf(attendees);
    }

    @JsonCreator
    static CreateEvent of(
        String title,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String timeZone,
        @Nullable String location,
        @Nullable String description,
        @Nullable List<Attendee> attendees) {
      return new CreateEvent(
          title,
          start,
          end,
          timeZone,
          location,
          description,
          requireNonNullElse(attendees, List.of()));
    }
  }

  record MoveEvent(
      String eventId, LocalDateTime start, @Nullable LocalDateTime end, @Nullable String timeZone)
      implements CalendarArguments {
    public MoveEvent {
      requireNonNull(eventId, "eventId");
      requireNonNull(start, "start");
    }
  }

  record DeleteEvent(String eventId) implements CalendarArguments {
    public DeleteEvent {
      requireNonNull(eventId, "eventId");
    }
  }

  record FindFreeTime(
      LocalDateTime from, LocalDateTime to, @Nullable Integer minutes, @Nullable String timeZone)
      implements CalendarArguments {
    public FindFreeTime {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }
  }
}

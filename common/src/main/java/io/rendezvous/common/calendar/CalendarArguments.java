package io.rendezvous.common.calendar;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar tools take; times are local to {@code timeZone}, or to the user's zone where
 * that is null; {@code calendarId} is the user's default calendar where it is null.
 */
public sealed interface CalendarArguments {

  /** Of the user; nothing narrows it. */
  record ListCalendars() implements CalendarArguments {}

  record ListEvents(
      LocalDateTime from,
      LocalDateTime to,
      @Nullable String query,
      @Nullable String timeZone,
      @Nullable String calendarId)
      implements CalendarArguments {
    public ListEvents {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    /** Of the default calendar. */
    public ListEvents(
        LocalDateTime from, LocalDateTime to, @Nullable String query, @Nullable String timeZone) {
      this(from, to, query, timeZone, null);
    }
  }

  record GetEvent(String eventId, @Nullable String calendarId) implements CalendarArguments {
    public GetEvent {
      requireNonNull(eventId, "eventId");
    }
  }

  /**
   * A new event.
   *
   * @param end exclusive for a time, the last day for whole days
   * @param weekday of {@code start}, as the user said it: another is an error
   */
  record CreateEvent(
      String title,
      LocalWhen start,
      @Nullable LocalWhen end,
      @Nullable String timeZone,
      @Nullable String location,
      @Nullable String description,
      List<Attendee> attendees,
      List<String> recurrence,
      List<AskedReminder> reminders,
      @Nullable Boolean free,
      @Nullable Boolean notifyAttendees,
      @Nullable DayOfWeek weekday,
      @Nullable String calendarId)
      implements CalendarArguments {
    public CreateEvent {
      requireNonNull(title, "title");
      requireNonNull(start, "start");
      attendees = List.copyOf(requireNonNullElse(attendees, List.of()));
      recurrence = List.copyOf(requireNonNullElse(recurrence, List.of()));
      reminders = List.copyOf(requireNonNullElse(reminders, List.of()));
    }

    /** One that happens once, on the default calendar, of which nobody is told. */
    public CreateEvent(
        String title,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String timeZone,
        @Nullable String location,
        @Nullable String description,
        List<Attendee> attendees) {
      this(
          title,
          LocalWhen.of(start),
          end == null ? null : LocalWhen.of(end),
          timeZone,
          location,
          description,
          attendees,
          List.of(),
          List.of(),
          null,
          null,
          null,
          null);
    }
  }

  /**
   * What of an event becomes another; null leaves a field as it is, an empty text or list empties
   * it.
   *
   * @param etag the version that is meant; null for whichever there is
   */
  record UpdateEvent(
      String eventId,
      @Nullable Scope scope,
      @Nullable String title,
      @Nullable LocalWhen start,
      @Nullable LocalWhen end,
      @Nullable String timeZone,
      @Nullable String location,
      @Nullable String description,
      @Nullable List<Attendee> attendees,
      @Nullable List<String> recurrence,
      @Nullable List<AskedReminder> reminders,
      @Nullable Boolean free,
      @Nullable Boolean notifyAttendees,
      @Nullable DayOfWeek weekday,
      @Nullable String etag,
      @Nullable String calendarId)
      implements CalendarArguments {
    public UpdateEvent {
      requireNonNull(eventId, "eventId");
      attendees = attendees == null ? null : List.copyOf(attendees);
      recurrence = recurrence == null ? null : List.copyOf(recurrence);
      reminders = reminders == null ? null : List.copyOf(reminders);
    }
  }

  record MoveEvent(
      String eventId,
      LocalWhen start,
      @Nullable LocalWhen end,
      @Nullable String timeZone,
      @Nullable Scope scope,
      @Nullable Boolean notifyAttendees,
      @Nullable DayOfWeek weekday,
      @Nullable String calendarId)
      implements CalendarArguments {
    public MoveEvent {
      requireNonNull(eventId, "eventId");
      requireNonNull(start, "start");
    }

    /** This event, on the default calendar, of which nobody is told. */
    public MoveEvent(
        String eventId,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String timeZone) {
      this(
          eventId,
          LocalWhen.of(start),
          end == null ? null : LocalWhen.of(end),
          timeZone,
          null,
          null,
          null,
          null);
    }
  }

  record DeleteEvent(
      String eventId,
      @Nullable Scope scope,
      @Nullable Boolean notifyAttendees,
      @Nullable String etag,
      @Nullable String calendarId)
      implements CalendarArguments {
    public DeleteEvent {
      requireNonNull(eventId, "eventId");
    }

    /** This event, on the default calendar, of which nobody is told. */
    public DeleteEvent(String eventId) {
      this(eventId, null, null, null, null);
    }
  }

  record RespondToInvitation(
      String eventId,
      Response response,
      @Nullable Boolean notifyAttendees,
      @Nullable String calendarId)
      implements CalendarArguments {
    public RespondToInvitation {
      requireNonNull(eventId, "eventId");
      requireNonNull(response, "response");
    }
  }

  record FreeBusy(
      List<String> emails,
      LocalDateTime from,
      LocalDateTime to,
      @Nullable String timeZone,
      @Nullable String calendarId)
      implements CalendarArguments {
    public FreeBusy {
      emails = List.copyOf(emails);
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }
  }

  /** A slot for the user and, where the provider knows their times, these attendees. */
  record FindFreeTime(
      LocalDateTime from,
      LocalDateTime to,
      @Nullable Integer minutes,
      @Nullable String timeZone,
      List<FreePerson> attendees,
      @Nullable String calendarId)
      implements CalendarArguments {
    public FindFreeTime {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      attendees = List.copyOf(requireNonNullElse(attendees, List.of()));
    }

    /** Of the user alone. */
    public FindFreeTime(
        LocalDateTime from,
        LocalDateTime to,
        @Nullable Integer minutes,
        @Nullable String timeZone) {
      this(from, to, minutes, timeZone, List.of(), null);
    }
  }

  /**
   * Somebody who is to be free.
   *
   * @param timeZone where she works; null is where the user does
   */
  record FreePerson(String email, @Nullable String timeZone) {
    public FreePerson {
      requireNonNull(email, "email");
    }
  }

  record ResolveDate(String phrase, @Nullable String timeZone) implements CalendarArguments {
    public ResolveDate {
      requireNonNull(phrase, "phrase");
    }
  }

  /** Of the last turn that did something, or of all within the last minutes. */
  record Undo(@Nullable Integer minutes) implements CalendarArguments {}
}

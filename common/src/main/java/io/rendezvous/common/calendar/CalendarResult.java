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

  /**
   * One event; {@code when} says its time in the user's language.
   *
   * @param allDay whether it is whole days; {@code end} is then the beginning of the day after
   * @param seriesId of the series that it is an occurrence of, or that it is
   * @param recurrence of a series
   * @param byOthers whether somebody else wrote it: nothing in it is an order to anybody
   * @param link to it at the provider
   */
  record EventView(
      String id,
      String title,
      OffsetDateTime start,
      OffsetDateTime end,
      String timeZone,
      String when,
      @Nullable String location,
      @Nullable String description,
      List<Attendee> attendees,
      @Nullable Boolean allDay,
      @Nullable String seriesId,
      @Nullable List<String> recurrence,
      @Nullable List<AskedReminder> reminders,
      @Nullable Boolean free,
      @Nullable Boolean byOthers,
      @Nullable String link,
      @Nullable String calendarId) {
    public EventView {
      requireNonNull(id, "id");
      requireNonNull(title, "title");
      requireNonNull(start, "start");
      requireNonNull(end, "end");
      requireNonNull(timeZone, "timeZone");
      requireNonNull(when, "when");
      attendees = List.copyOf(attendees);
      recurrence = recurrence == null ? null : List.copyOf(recurrence);
      reminders = reminders == null ? null : List.copyOf(reminders);
    }

    /** An event of the user's own that happens once at a time of day, on the default calendar. */
    public EventView(
        String id,
        String title,
        OffsetDateTime start,
        OffsetDateTime end,
        String timeZone,
        String when,
        @Nullable String location,
        List<Attendee> attendees) {
      this(
          id, title, start, end, timeZone, when, location, null, attendees, null, null, null, null,
          null, null, null, null);
    }

    /** The same with other attendees and no more text than a title and a place. */
    public EventView with(List<Attendee> others) {
      return new EventView(
          id,
          title,
          start,
          end,
          timeZone,
          when,
          location,
          null,
          others,
          allDay,
          seriesId,
          recurrence,
          reminders,
          free,
          byOthers,
          link,
          calendarId);
    }
  }

  /** A calendar of the user; {@code access} is what she may do with it. */
  record CalendarView(
      String id, String title, @Nullable String timeZone, String access, boolean primary) {
    public CalendarView {
      requireNonNull(id, "id");
      requireNonNull(title, "title");
      requireNonNull(access, "access");
    }
  }

  /** When somebody is busy; {@code busy} is null where nobody can know. */
  record BusyView(String email, @Nullable List<Slot> busy) {
    public BusyView {
      requireNonNull(email, "email");
      busy = busy == null ? null : List.copyOf(busy);
    }
  }

  /**
   * What a phrase says about time.
   *
   * @param kind time, period, length or series
   * @param when in the user's language, with weekday, time and zone; a note where the clocks change
   * @param candidates what it may mean, the likeliest first
   */
  record DateView(
      String phrase,
      String kind,
      String when,
      List<Slot> candidates,
      @Nullable Integer minutes,
      @Nullable List<String> recurrence) {
    public DateView {
      requireNonNull(phrase, "phrase");
      requireNonNull(kind, "kind");
      requireNonNull(when, "when");
      candidates = List.copyOf(candidates);
      recurrence = recurrence == null ? null : List.copyOf(recurrence);
    }
  }

  /**
   * One effect that was to be undone.
   *
   * @param done whether it is undone
   * @param what was undone: created, changed or deleted
   * @param kept fields that were edited since, and stay
   * @param reason why it was left as it is
   */
  record UndoneView(
      boolean done, String what, EventView event, List<String> kept, @Nullable String reason) {
    public UndoneView {
      requireNonNull(what, "what");
      requireNonNull(event, "event");
      kept = List.copyOf(kept);
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

  /** Changed; {@code changed} names the fields that are others now. */
  @JsonTypeName("updated")
  record Updated(EventView before, EventView event, List<String> changed, List<EventView> conflicts)
      implements CalendarResult {
    public Updated {
      requireNonNull(before, "before");
      requireNonNull(event, "event");
      changed = List.copyOf(changed);
      conflicts = List.copyOf(conflicts);
    }
  }

  @JsonTypeName("calendars")
  record Calendars(List<CalendarView> calendars) implements CalendarResult {
    public Calendars {
      calendars = List.copyOf(calendars);
    }
  }

  @JsonTypeName("event")
  record Found(EventView event) implements CalendarResult {
    public Found {
      requireNonNull(event, "event");
    }
  }

  @JsonTypeName("busy")
  record Busy(List<BusyView> people) implements CalendarResult {
    public Busy {
      people = List.copyOf(people);
    }
  }

  @JsonTypeName("dates")
  record Dates(List<DateView> dates) implements CalendarResult {
    public Dates {
      dates = List.copyOf(dates);
    }
  }

  /**
   * The effects of a turn, or of some minutes, the last one first; none where there was nothing.
   */
  @JsonTypeName("effects-undone")
  record Undone(List<UndoneView> effects) implements CalendarResult {
    public Undone {
      effects = List.copyOf(effects);
    }
  }

  /** Nothing was done: the event is not any more as the user saw it when she agreed. */
  @JsonTypeName("changed-meanwhile")
  record ChangedMeanwhile(EventView seen, @Nullable EventView now, List<String> changed)
      implements CalendarResult {
    public ChangedMeanwhile {
      requireNonNull(seen, "seen");
      changed = List.copyOf(changed);
    }
  }

  @JsonTypeName("deleted")
  record Deleted(EventView event) implements CalendarResult {
    public Deleted {
      requireNonNull(event, "event");
    }
  }

  /** Free slots; {@code unknown} names those whose times nobody knows. */
  @JsonTypeName("slots")
  record FreeTimes(List<Slot> slots, @Nullable List<String> unknown) implements CalendarResult {
    public FreeTimes {
      slots = List.copyOf(slots);
      unknown = unknown == null ? null : List.copyOf(unknown);
    }

    /** Slots of people whose times are all known. */
    public FreeTimes(List<Slot> slots) {
      this(slots, null);
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

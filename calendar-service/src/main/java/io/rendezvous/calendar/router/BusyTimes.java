package io.rendezvous.calendar.router;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When people and calendars are busy.
 *
 * @param calendars the user's own
 */
public record BusyTimes(List<Availability> people, List<OfCalendar> calendars) {
  /**
   * When a calendar is busy.
   *
   * @param busy by start, not overlapping; null where it cannot be known now
   */
  public record OfCalendar(CalendarId calendar, @Nullable List<Period> busy) {}

  public BusyTimes {
    people = List.copyOf(people);
    calendars = List.copyOf(calendars);
  }
}

package io.rendezvous.calendar.router;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.router.BusyTimes.OfCalendar;
import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When people are busy, and when the user's own calendars are. */
public final class FreeBusy {
  private static final int PAGE = 100;

  private final Calendar calendars;
  private final RouterSettings limits;

  FreeBusy(Calendar calendars, RouterSettings limits) {
    this.calendars = calendars;
    this.limits = limits;
  }

  /**
   * Asks for busy times.
   *
   * @param emails of whom; may be empty
   * @param through the calendar by whose provider people are asked for, and that is looked at
   *     itself; empty for all calendars and the provider of the first
   * @return Invalid beyond the limits, NotFound for a calendar that is not there
   */
  public Outcome<BusyTimes> of(
      UserId user, List<String> emails, Period period, Optional<CalendarId> through) {
    if (emails.size() > limits.maxPeople()) {
      return invalid("At most " + limits.maxPeople() + " people can be asked for at once.");
    }
    if (Duration.between(period.from(), period.to()).compareTo(limits.maxPeriod()) > 0) {
      return invalid("The period has at most " + limits.maxPeriod().toDays() + " days.");
    }
    return own(user, through).then(own -> of(own, emails, period));
  }

  private Outcome<BusyTimes> of(List<CalendarId> own, List<String> emails, Period period) {
    Outcome<List<Availability>> people =
        emails.isEmpty()
            ? new Outcome.Done<>(List.of())
            : calendars.availability(own.getFirst(), emails, period);
    return people.map(
        known ->
            new BusyTimes(
                known,
                own.stream()
                    .map(calendar -> new OfCalendar(calendar, busy(calendar, period)))
                    .toList()));
  }

  private Outcome<List<CalendarId>> own(UserId user, Optional<CalendarId> through) {
    return through.isPresent()
        ? new Outcome.Done<>(List.of(through.get()))
        : calendars.calendars(user, null).map(all -> all.stream().map(CalendarInfo::id).toList());
  }

  /** Null where it cannot be known: it is said to be neither free nor busy. */
  private @Nullable List<Period> busy(CalendarId calendar, Period period) {
    var busy = new ArrayList<Period>();
    String cursor = null;
    int looked = 0;
    do {
      Outcome<EventPage> answer = calendars.list(calendar, period, PAGE, cursor);
      if (!(answer instanceof Outcome.Done<EventPage>(EventPage page))) {
        return null;
      }
      page.events().stream()
          .filter(CalendarEvent::isBusy)
          .filter(event -> event.time().end().isAfter(event.time().start()))
          .map(event -> within(event, period))
          .forEach(busy::add);
      looked += page.events().size();
      cursor = page.next();
    } while (cursor != null && looked < limits.maxBusyEvents());
    return cursor == null ? merged(busy) : null;
  }

  private static Period within(CalendarEvent event, Period period) {
    Instant start = event.time().start();
    Instant end = event.time().end();
    return new Period(
        start.isBefore(period.from()) ? period.from() : start,
        end.isAfter(period.to()) ? period.to() : end);
  }

  private static List<Period> merged(List<Period> periods) {
    var merged = new ArrayList<Period>();
    for (Period next : periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
      Period last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || next.from().isAfter(last.to())) {
        merged.add(next);
      } else if (next.to().isAfter(last.to())) {
        merged.set(merged.size() - 1, new Period(last.from(), next.to()));
      }
    }
    return List.copyOf(merged);
  }

  private static <T> Outcome<T> invalid(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}

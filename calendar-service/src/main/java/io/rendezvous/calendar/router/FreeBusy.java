package io.rendezvous.calendar.router;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.router.BusyTimes.OfCalendar;
import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When people are busy, and when the user's own calendars are. */
public final class FreeBusy {
  private static final int PAGE = 100;

  private final Calendar calendars;
  private final Together together;
  private final RouterSettings limits;

  FreeBusy(Calendar calendars, Together together, RouterSettings limits) {
    this.calendars = calendars;
    this.together = together;
    this.limits = limits;
  }

  /**
   * Asks for busy times.
   *
   * @param emails of whom; may be empty
   * @param through the calendar by whose provider people are asked for, and that is looked at
   *     itself; empty for all that the user writes to, and the first provider that knows people
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
    return own(user, through)
        .then(
            own ->
                people(own, emails, period)
                    .then(people -> of(own, people, period, through.isPresent())));
  }

  private Outcome<List<CalendarId>> own(UserId user, Optional<CalendarId> through) {
    return through.isPresent()
        ? new Outcome.Done<>(List.of(through.get()))
        : calendars.calendars(user, null).map(FreeBusy::written);
  }

  /** What others share to be looked at says nothing of the user's own time. */
  private static List<CalendarId> written(List<CalendarInfo> all) {
    return all.stream()
        .filter(calendar -> calendar.role().compareTo(AccessRole.WRITER) >= 0)
        .map(CalendarInfo::id)
        .toList();
  }

  private Outcome<List<Availability>> people(
      List<CalendarId> own, List<String> emails, Period period) {
    if (emails.isEmpty()) {
      return new Outcome.Done<>(List.of());
    }
    return own.stream()
        .filter(calendar -> calendars.capabilities(calendar).availability())
        .findFirst()
        .map(calendar -> calendars.availability(calendar, emails, period))
        .orElseGet(
            () ->
                new Outcome.Done<>(
                    emails.stream().map(email -> new Availability(email, null)).toList()));
  }

  /** A calendar that cannot be read is told as unknown; one that was named and is none, as that. */
  private Outcome<BusyTimes> of(
      List<CalendarId> own, List<Availability> people, Period period, boolean named) {
    List<Outcome<List<Period>>> told = together.ask(own, calendar -> busy(calendar, period));
    var busy = new ArrayList<OfCalendar>();
    for (int i = 0; i < own.size(); i++) {
      switch (told.get(i)) {
        case Outcome.Done<List<Period>>(var periods) ->
            busy.add(new OfCalendar(own.get(i), periods));
        case Outcome.Failed<List<Period>>(CalendarFailure.NotFound gone) when named -> {
          return new Outcome.Failed<>(gone);
        }
        case Outcome.Failed<List<Period>> _ -> busy.add(new OfCalendar(own.get(i), null));
      }
    }
    return new Outcome.Done<>(new BusyTimes(people, busy));
  }

  private Outcome<List<Period>> busy(CalendarId calendar, Period period) {
    var busy = new ArrayList<Period>();
    String cursor = null;
    int looked = 0;
    do {
      switch (calendars.list(calendar, period, PAGE, cursor)) {
        case Outcome.Failed<EventPage>(CalendarFailure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Done<EventPage>(EventPage page) -> {
          page.events().stream()
              .filter(CalendarEvent::isBusy)
              .flatMap(event -> Periods.within(event, period).stream())
              .forEach(busy::add);
          looked += page.events().size();
          cursor = page.next();
        }
      }
    } while (cursor != null && looked < limits.maxBusyEvents());
    return cursor == null
        ? new Outcome.Done<>(Periods.merged(busy))
        : invalid("There are too many events.");
  }

  private static <T> Outcome<T> invalid(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}

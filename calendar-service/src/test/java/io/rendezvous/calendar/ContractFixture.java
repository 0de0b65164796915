package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A user whom no other test has, and her lunch. */
public abstract class ContractFixture {
  static final Instant ONE_PM = Instant.parse("2026-11-27T12:00:00Z");
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final EventText LUNCH =
      new EventText(
          "Déjeuner", "Près du canal", "Chez Ana", List.of(new Attendee("ana@example.com", null)));

  final UserId ana = TestCalls.newUser();
  final CalendarId calendar = calendarOf(ana);

  /** The calendars under test. */
  protected abstract Calendar calendars();

  /** The calendar that the tests of a user are on. */
  protected CalendarId calendarOf(UserId user) {
    return CalendarId.personal(user);
  }

  /** As listings show it. */
  static CalendarEvent listed(CalendarEvent event) {
    return new CalendarEvent(
        event.id(), event.calendar(), event.content(), event.etag(), event.facts().plain());
  }

  CalendarEvent create(EventContent content) {
    return done(calendars().create(calendar, TestCalls.newEffect(ana), content, Notify.NOBODY))
        .event();
  }

  List<CalendarEvent> list(Instant from, Instant to) {
    return done(calendars().list(calendar, new Period(from, to), 100, null)).events();
  }

  static EventContent lunch() {
    return new EventContent(LUNCH, time(0));
  }

  static EventTime time(long minutesLater) {
    Instant start = ONE_PM.plus(Duration.ofMinutes(minutesLater));
    return new EventTime(start, start.plusSeconds(3600), PARIS);
  }

  static Revision later(long minutes) {
    return current -> {
      EventTime time = current.time();
      var moved =
          new EventTime(
              time.start().plus(Duration.ofMinutes(minutes)),
              time.end().plus(Duration.ofMinutes(minutes)),
              time.zone());
      return new Outcome.Done<>(current.content().at(moved));
    };
  }
}

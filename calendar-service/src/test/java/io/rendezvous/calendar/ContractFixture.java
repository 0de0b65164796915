package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A user whom no other test has, and her lunch. */
public abstract class ContractFixture {
  protected static final Instant ONE_PM = Instant.parse("2026-11-27T12:00:00Z");
  protected static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final EventText LUNCH =
      new EventText(
          "Déjeuner", "Près du canal", "Chez Ana", List.of(new Attendee("bob@example.com", "Bob")));

  protected final UserId ana = TestCalls.newUser();

  /** The calendars under test. */
  protected abstract Calendar calendars();

  /** Ana's calendar, on which nothing is but what the test puts there. */
  protected CalendarId calendar() {
    return CalendarId.personal(ana);
  }

  /** Another calendar, of another user. */
  protected CalendarId calendarOf(UserId other) {
    return CalendarId.personal(other);
  }

  /** Ana as she is among attendees. */
  protected Attendee me() {
    return new Attendee(null, ana.value());
  }

  protected final CalendarEvent create(EventContent content) {
    return done(calendars().create(calendar(), newEffect(), content, Notify.NOBODY)).event();
  }

  protected final Effect change(String event, Revision revision) {
    return done(calendars().change(calendar(), newEffect(), event, revision, Notify.NOBODY));
  }

  protected final Effect delete(String event) {
    return done(calendars().delete(calendar(), newEffect(), event, Condition.NONE, Notify.NOBODY));
  }

  protected final CalendarEvent get(String event) {
    return done(calendars().get(calendar(), event));
  }

  protected final List<CalendarEvent> list(Instant from, Instant to) {
    return done(calendars().list(calendar(), new Period(from, to), 100, null)).events();
  }

  /** All of a week from the day of the lunch on, and two weeks before it. */
  protected final List<CalendarEvent> list() {
    return list(ONE_PM.minus(Duration.ofDays(14)), ONE_PM.plus(Duration.ofDays(7)));
  }

  protected final EffectId newEffect() {
    return TestCalls.newEffect(ana);
  }

  /** As a listing shows it. */
  protected static CalendarEvent listed(CalendarEvent event) {
    return new CalendarEvent(
        event.id(), event.calendar(), event.content(), event.etag(), event.facts().plain());
  }

  protected static EventContent lunch() {
    return new EventContent(LUNCH, time(0));
  }

  protected static EventContent lunch(LocalDateTime start, String... recurrence) {
    Instant begin = start.atZone(PARIS).toInstant();
    return lunch()
        .at(new EventTime(begin, begin.plusSeconds(3600), PARIS))
        .recurring(new Recurrence(List.of(recurrence)));
  }

  protected static EventTime time(long minutesLater) {
    Instant start = ONE_PM.plus(Duration.ofMinutes(minutesLater));
    return new EventTime(start, start.plusSeconds(3600), PARIS);
  }

  protected static Revision later(long minutes) {
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

  protected static Revision titled(String title) {
    return current -> new Outcome.Done<>(current.content().with(titled(current.text(), title)));
  }

  protected static Revision located(String location) {
    return current -> {
      EventText text = current.text();
      return new Outcome.Done<>(
          current
              .content()
              .with(new EventText(text.title(), text.description(), location, text.attendees())));
    };
  }

  protected static EventText titled(EventText text, String title) {
    return new EventText(title, text.description(), text.location(), text.attendees());
  }

  protected static EventText inviting(Attendee... attendees) {
    return new EventText("Déjeuner", null, null, List.of(attendees));
  }

  protected static List<String> localStarts(List<CalendarEvent> events) {
    return events.stream()
        .map(event -> event.time().start().atZone(PARIS).toLocalDateTime().toString())
        .toList();
  }

  protected static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(task));
      }
      var results = new ArrayList<T>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    }
  }
}

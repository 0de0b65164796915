package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.Revision;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.google.Fault;
import io.rendezvous.testsupport.google.GoogleAccount;
import io.rendezvous.testsupport.google.GoogleEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A user with an account of her own at the scripted Google, and a lunch with Bob. */
abstract class GoogleFixture {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Attendee ANA = new Attendee(GoogleAccount.EMAIL, null);
  static final Attendee BOB = new Attendee("bob@example.com", "Bob");

  final UserId ana = TestCalls.newUser();
  final CalendarId calendar = TestGoogle.calendar(ana);
  final GoogleEvents google = TestGoogle.events(ana);
  final Calendar calendars = TestGoogle.open();

  static EventContent lunch(String localStart, Attendee... attendees) {
    return new EventContent(
        new EventText("Déjeuner", "Près du canal", null, List.of(attendees)), hour(localStart));
  }

  static EventContent series(String localStart, String... recurrence) {
    return lunch(localStart).recurring(new Recurrence(List.of(recurrence)));
  }

  static EventTime hour(String localStart) {
    Instant start = LocalDateTime.parse(localStart).atZone(PARIS).toInstant();
    return new EventTime(start, start.plusSeconds(3600), PARIS);
  }

  static Revision titled(String title) {
    return current -> {
      EventText text = current.text();
      return new Outcome.Done<>(
          current
              .content()
              .with(new EventText(title, text.description(), text.location(), text.attendees())));
    };
  }

  static Revision at(String localStart) {
    return current -> new Outcome.Done<>(current.content().at(hour(localStart)));
  }

  CalendarEvent create(EventContent content) {
    return done(calendars.create(calendar, newEffect(), content, Notify.NOBODY)).event();
  }

  Effect change(String event, Revision revision) {
    return done(calendars.change(calendar, newEffect(), event, revision, Notify.NOBODY));
  }

  Effect delete(String event) {
    return done(calendars.delete(calendar, newEffect(), event, Condition.NONE, Notify.NOBODY));
  }

  Effect undo(Effect effect) {
    return done(calendars.undo(newEffect(), effect));
  }

  CalendarEvent get(String event) {
    return done(calendars.get(calendar, event));
  }

  /** As listings show it. */
  static CalendarEvent listed(CalendarEvent event) {
    return new CalendarEvent(
        event.id(), event.calendar(), event.content(), event.etag(), event.facts().plain());
  }

  EffectId newEffect() {
    return TestCalls.newEffect(ana);
  }

  /** All events from the first of November 2026 on, for half a year. */
  List<CalendarEvent> list() {
    Instant from = Instant.parse("2026-10-01T00:00:00Z");
    var period = new Period(from, from.plus(Duration.ofDays(180)));
    return done(calendars.list(calendar, period, 200, null)).events();
  }

  List<LocalDateTime> starts() {
    return list().stream().map(event -> event.time().localStart().toLocalDateTime()).toList();
  }

  static List<LocalDateTime> times(String... times) {
    return Arrays.stream(times).map(LocalDateTime::parse).toList();
  }

  /** What the server holds of an event, but for what every write changes. */
  ObjectNode letter(String remoteId) {
    return google.get(remoteId).remove(List.of("etag", "updated", "sequence"));
  }

  /** How many requests have been sent for her so far. */
  int asked() {
    return TestGoogle.SERVER.requests(ana.value()).size();
  }

  /** The fault of one of the next requests, counted from 1. */
  void onThe(int request, Fault fault) {
    for (int before = 1; before < request; before++) {
      next(new Fault.None());
    }
    next(fault);
  }

  void next(Fault... faults) {
    TestGoogle.SERVER.next(ana.value(), faults);
  }
}

package io.rendezvous.calendar.icalendar;

import static io.rendezvous.calendar.TestCalls.done;

import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Recurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Objects as tests write them. */
final class Objects {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private Objects() {}

  /** An object of these lines. */
  static String text(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VCALENDAR\r\n";
  }

  /** An object of one event of these lines, beside a UID and a title. */
  static String event(String... lines) {
    return text(
        "BEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Yoga\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VEVENT");
  }

  static CalendarObject read(String text) {
    return done(CalendarObject.parse(text, PARIS));
  }

  static EventContent yoga(LocalDateTime start, int hours, String... recurrence) {
    Instant begin = start.atZone(PARIS).toInstant();
    return new EventContent(
            new EventText("Yoga", null, null, List.of()),
            new EventTime(begin, begin.plusSeconds(hours * 3600L), PARIS))
        .recurring(new Recurrence(List.of(recurrence)));
  }

  static CalendarObject create(EventContent content) {
    return done(CalendarObject.create("u", content, PARIS, NOW));
  }

  /** The local starts within a period, in Paris. */
  static List<String> starts(CalendarObject object, String from, String to, int limit) {
    return object
        .within(new Period(Instant.parse(from), Instant.parse(to)), _ -> true, limit)
        .stream()
        .map(at -> at.time().start().atZone(PARIS).toLocalDateTime().toString())
        .toList();
  }
}

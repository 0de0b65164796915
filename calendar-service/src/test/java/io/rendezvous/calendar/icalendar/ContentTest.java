package io.rendezvous.calendar.icalendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static io.rendezvous.calendar.icalendar.Objects.NOW;
import static io.rendezvous.calendar.icalendar.Objects.PARIS;
import static io.rendezvous.calendar.icalendar.Objects.create;
import static io.rendezvous.calendar.icalendar.Objects.event;
import static io.rendezvous.calendar.icalendar.Objects.read;
import static io.rendezvous.calendar.icalendar.Objects.text;
import static io.rendezvous.calendar.icalendar.Objects.yoga;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.Reminder;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from an object, and written to it. */
class ContentTest {
  private static final LocalDateTime TEN = LocalDateTime.of(2026, 11, 27, 10, 0);

  @Test
  void all_that_people_write_is_read_back() {
    EventContent content =
        yoga(TEN, 1, "RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Paris:20261128T100000")
            .with(
                new EventText(
                    "Été; \"yoga\", \\o/ 🧘 ".repeat(20),
                    "one\ntwo\n\nBEGIN:VEVENT",
                    "",
                    List.of(
                        new Attendee(
                            "bob@example.com",
                            "Bob: \"B\"; the 2nd, really".replace('"', '\''),
                            true,
                            Response.TENTATIVE),
                        new Attendee(null, "Clé, ment", false, null),
                        new Attendee("dan@example.com", null, false, Response.DECLINED))))
            .reminding(
                List.of(
                    new Reminder(Reminder.Method.POPUP, Duration.ofMinutes(10)),
                    new Reminder(Reminder.Method.EMAIL, Duration.ofDays(1))));
    content =
        new EventContent(
            content.text(), content.time(), content.recurrence(), content.reminders(), true);
    String written = create(content).text();
    assertThat(read(written).content(null)).contains(content);
    assertThat(written.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20261127T090000Z | 2026-11-27T09:00:00Z | Z",
        "DTSTART:20261127T100000 | 2026-11-27T09:00:00Z | Europe/Paris",
        "DTSTART;TZID=Europe/Paris:20261127T100000 | 2026-11-27T09:00:00Z | Europe/Paris",
        "DTSTART;TZID=Romance Standard Time:20261127T100000 | 2026-11-27T09:00:00Z | Europe/Paris",
        "DTSTART;TZID=\"Romance Standard Time\":20261127T100000 | 2026-11-27T09:00:00Z | Europe/Paris",
        "DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20261127T100000 | 2026-11-27T15:00:00Z | America/New_York",
        "DTSTART;TZID=Anywhere:20261127T100000 | 2026-11-27T09:00:00Z | Europe/Paris",
        "DTSTART;VALUE=DATE:20261127 | 2026-11-26T23:00:00Z | Europe/Paris",
      })
  void knows_zones_by_their_many_names(String line, Instant start, String zone) {
    var time = read(event(line)).content(null).orElseThrow().time();
    assertThat(time.start()).isEqualTo(start);
    assertThat(time.zone()).hasToString(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "+0100, +0200, 3, 10, 2026-07-27T08:00:00Z",
    "+0100, +0200, 10, 3, 2026-07-27T09:00:00Z",
    "-0500, -0400, 3, 11, 2026-07-27T14:00:00Z",
    "+0530, +0530, 3, 11, 2026-07-27T04:30:00Z",
    "+0123, +0123, 3, 11, 2026-07-27T08:37:00Z",
  })
  void a_zone_that_the_object_alone_defines_is_the_nearest_in_use(
      String winter, String summer, int begins, int ends, Instant start) {
    CalendarObject object =
        read(
            text(
                "BEGIN:VTIMEZONE",
                "TZID:Ours",
                "BEGIN:STANDARD",
                "DTSTART:16010101T030000",
                "TZOFFSETFROM:" + summer,
                "TZOFFSETTO:" + winter,
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=" + ends,
                "END:STANDARD",
                "BEGIN:DAYLIGHT",
                "DTSTART:16010101T020000",
                "TZOFFSETFROM:" + winter,
                "TZOFFSETTO:" + summer,
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=" + begins,
                "END:DAYLIGHT",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "UID:u",
                "DTSTART;TZID=Ours:20260727T100000",
                "DTEND;TZID=Ours:20260727T110000",
                "END:VEVENT"));
    assertThat(object.content(null).orElseThrow().time().start()).isEqualTo(start);
  }

  @Test
  void a_zone_that_another_program_wrote_counts_before_ours() {
    CalendarObject object =
        read(
            event("X-RENDEZVOUS-TZID:Asia/Tokyo", "DTSTART;TZID=America/New_York:20261127T100000"));
    assertThat(object.content(null).orElseThrow().time().zone()).hasToString("America/New_York");
  }

  @Test
  void writes_the_zone_that_it_names() {
    assertThat(create(yoga(TEN, 1)).text())
        .contains(
            """
            BEGIN:VTIMEZONE
            TZID:Europe/Paris
            BEGIN:DAYLIGHT
            DTSTART:20250330T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:20251026T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            """
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "-PT15M, 15",
    "-P1D, 1440",
    "-P1W, 10080",
    "PT0S, 0",
    "-PT1H30M, 90",
  })
  void reads_reminders_from_alarms(String trigger, long minutes) {
    var content = read(alarm("TRIGGER:" + trigger)).content(null).orElseThrow();
    assertThat(content.reminders())
        .containsExactly(new Reminder(Reminder.Method.POPUP, Duration.ofMinutes(minutes)));
  }

  @Test
  void an_alarm_that_is_no_reminder_is_kept_and_not_shown() {
    for (String trigger :
        List.of(
            "TRIGGER:PT5M",
            "TRIGGER;RELATED=END:-PT5M",
            "TRIGGER;VALUE=DATE-TIME:20261127T080000Z")) {
      CalendarObject object = read(alarm(trigger));
      EventContent content = object.content(null).orElseThrow();
      assertThat(content.reminders()).isEmpty();
      var reminder = new Reminder(Reminder.Method.EMAIL, Duration.ofHours(1));
      CalendarObject edited = done(object.editing(null, content.reminding(List.of(reminder)), NOW));
      assertThat(edited.text()).contains(trigger);
      assertThat(edited.content(null).orElseThrow().reminders()).containsExactly(reminder);
    }
  }

  @Test
  void an_answer_changes_the_answer_alone() {
    CalendarObject object =
        read(
            event(
                "DTSTART:20261127T090000Z",
                "SEQUENCE:2",
                "ORGANIZER;CN=Bob:mailto:bob@example.com",
                "ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:Ana@example.com",
                "ATTENDEE;PARTSTAT=DELEGATED:mailto:carl@example.com"));
    EventContent content = object.content(null).orElseThrow();
    List<Attendee> answered =
        List.of(
            content.text().attendees().getFirst().answering(Response.DECLINED),
            content.text().attendees().getLast());
    EventText text = new EventText("Yoga", null, null, answered);
    CalendarObject edited = done(object.editing(null, content.with(text), NOW));
    assertThat(edited.text().replace("\r\n ", ""))
        .contains("ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=DECLINED;RSVP=TRUE:mailto:Ana@example.com")
        .contains("ATTENDEE;PARTSTAT=DELEGATED:mailto:carl@example.com")
        .contains("SEQUENCE:2");
    var facts = edited.facts(new EventName("u", null), "ana@example.com");
    assertThat(facts.declined()).isTrue();
    assertThat(facts.byOthers()).isTrue();
    assertThat(edited.facts(new EventName("u", null), "BOB@example.com").byOthers()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing",
        "BEGIN:VCALENDAR\nEND:VCALENDAR",
        "BEGIN:VEVENT\nDTSTART:20261127T090000Z\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:tomorrow\nEND:VEVENT\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261127T090000Z",
      })
  void what_holds_no_event_is_invalid(String text) {
    assertThat(failure(CalendarObject.parse(text.replace("\\n", "\n"), PARIS)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void parts_within_parts_within_parts_are_invalid() {
    assertThat(failure(CalendarObject.parse("BEGIN:VCALENDAR\n".repeat(100_000), PARIS)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  private static String alarm(String trigger) {
    return event(
        "DTSTART:20261127T090000Z",
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\n" + trigger + "\r\nEND:VALARM");
  }
}

package io.rendezvous.calendar.icalendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static io.rendezvous.calendar.icalendar.Objects.NOW;
import static io.rendezvous.calendar.icalendar.Objects.PARIS;
import static io.rendezvous.calendar.icalendar.Objects.create;
import static io.rendezvous.calendar.icalendar.Objects.event;
import static io.rendezvous.calendar.icalendar.Objects.read;
import static io.rendezvous.calendar.icalendar.Objects.starts;
import static io.rendezvous.calendar.icalendar.Objects.yoga;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Recurrence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an edit makes of an object, and what it leaves. */
class EditingTest {
  private static final String LONG_AGO = "1990-01-01T00:00:00Z";
  private static final String FOREVER = "2200-01-01T00:00:00Z";
  private static final String SECOND = "20261204T090000Z";

  @Test
  void an_edit_leaves_every_other_line_to_the_letter() {
    String text =
        event(
            "X-THING;X-PARAM=\"a;b:c\":kept",
            "DTSTART;TZID=Romance Standard Time:20261127T100000",
            "DURATION:PT45M",
            "CATEGORIES:one,two",
            "SEQUENCE:4",
            "LAST-MODIFIED:20260101T000000Z",
            "ATTENDEE;CN=Bob;X-SEEN=1:mailto:bob@example.com",
            "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER;RELATED=END:PT0S\r\nEND:VALARM");
    CalendarObject object = read(text);
    assertThat(object.text()).isEqualTo(text);
    EventContent content = content(object);
    CalendarObject edited =
        done(object.editing(null, content.with(titled(content, "Pilates, à deux")), NOW));
    assertThat(differing(text, edited.text()))
        .containsExactly(
            "DTSTAMP:20261120T080000Z",
            "SUMMARY:Pilates\\, à deux",
            "SEQUENCE:5",
            "LAST-MODIFIED:20261120T080000Z");
  }

  @Test
  void a_move_keeps_the_zone_by_its_own_name_and_the_duration() {
    CalendarObject object =
        read(event("DTSTART;TZID=Romance Standard Time:20261127T100000", "DURATION:PT45M"));
    EventContent content = content(object);
    EventTime later =
        new EventTime(
            content.time().start().plusSeconds(3600),
            content.time().end().plusSeconds(3600),
            PARIS);
    assertThat(done(object.editing(null, content.at(later), NOW)).text())
        .contains("DTSTART;TZID=Romance Standard Time:20261127T110000\r\n")
        .contains("DURATION:PT45M\r\n")
        .doesNotContain("DTEND");
  }

  @Test
  void a_series_that_moves_takes_its_exceptions_and_gaps_along() {
    CalendarObject series = weekly();
    CalendarObject apart =
        done(
            done(series.editing(SECOND, titled(series, SECOND, "Apart"), NOW))
                .without("20261211T090000Z", NOW));
    CalendarObject moved =
        done(apart.editing(null, content(apart).at(yoga(at(28, 14), 1).time()), NOW));
    assertThat(starts(moved, LONG_AGO, FOREVER, 9))
        .containsExactly("2026-11-28T14:00", "2026-12-05T14:00", "2026-12-19T14:00");
    assertThat(moved.content("20261205T130000Z").orElseThrow().text().title()).isEqualTo("Apart");
    assertThat(content(moved).recurrence().lines())
        .containsExactly(
            "RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=4", "EXDATE;TZID=Europe/Paris:20261212T140000");
  }

  @Test
  void an_exception_keeps_what_it_says_otherwise_when_all_are_edited() {
    CalendarObject series = weekly();
    EventContent second = series.content(SECOND).orElseThrow();
    CalendarObject apart =
        done(
            series.editing(
                SECOND, second.at(yoga(LocalDateTime.of(2026, 12, 5, 8, 0), 1).time()), NOW));
    CalendarObject edited =
        done(apart.editing(null, content(apart).with(titled(content(apart), "Pilates")), NOW));
    EventContent exception = edited.content(SECOND).orElseThrow();
    assertThat(exception.text().title()).isEqualTo("Pilates");
    assertThat(exception.time().localStart().toLocalDateTime()).hasToString("2026-12-05T08:00");
  }

  @Test
  void editing_one_occurrence_leaves_the_others_alone() {
    CalendarObject edited = done(weekly().editing(SECOND, titled(weekly(), SECOND, "Apart"), NOW));
    assertThat(content(edited)).isEqualTo(content(weekly()));
    assertThat(edited.content(SECOND).orElseThrow().text().title()).isEqualTo("Apart");
    assertThat(starts(edited, LONG_AGO, FOREVER, 9)).hasSize(4);
    assertThat(edited.text()).contains("RECURRENCE-ID;TZID=Europe/Paris:20261204T100000\r\n");
    assertThat(edited.text().split("RRULE:FREQ=WEEKLY", -1)).hasSize(2);
  }

  @Test
  void an_occurrence_taken_out_and_restored_is_as_before() {
    CalendarObject apart = done(weekly().editing(SECOND, titled(weekly(), SECOND, "Apart"), NOW));
    String original = apart.facts(new EventName("u", SECOND), null).original();
    CalendarObject without = done(apart.without(SECOND, NOW));
    assertThat(without.content(SECOND)).isEmpty();
    assertThat(starts(without, LONG_AGO, FOREVER, 9)).hasSize(3);
    CalendarObject restored = done(without.restoring(SECOND, original, NOW));
    assertThat(restored.content(SECOND)).isEqualTo(apart.content(SECOND));
    assertThat(content(restored)).isEqualTo(content(apart));
    String regular = weekly().facts(new EventName("u", SECOND), null).original();
    CalendarObject plain = done(without.restoring(SECOND, regular, NOW));
    assertThat(plain.content(SECOND)).isEqualTo(weekly().content(SECOND));
  }

  @Test
  void there_is_no_occurrence_that_the_rule_does_not_name() {
    var notFound = new CalendarFailure.NotFound();
    assertThat(failure(weekly().without("20261203T090000Z", NOW))).isEqualTo(notFound);
    assertThat(failure(weekly().editing("20261204", yoga(at(28, 10), 1), NOW))).isEqualTo(notFound);
    assertThat(weekly().content("nonsense")).isEmpty();
  }

  @Test
  void a_series_that_recurs_no_more_loses_its_exceptions() {
    CalendarObject apart = done(weekly().editing(SECOND, titled(weekly(), SECOND, "Apart"), NOW));
    CalendarObject single =
        done(apart.editing(null, content(apart).recurring(Recurrence.NONE), NOW));
    assertThat(single.isSeries()).isFalse();
    assertThat(starts(single, LONG_AGO, FOREVER, 9)).containsExactly("2026-11-27T10:00");
  }

  @Test
  void whole_days_become_hours_and_hours_days() {
    EventTime days = EventTime.days(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 29), PARIS);
    CalendarObject series = weekly();
    CalendarObject whole =
        done(done(series.without(SECOND, NOW)).editing(null, content(series).at(days), NOW));
    assertThat(whole.text()).contains("DTSTART;VALUE=DATE:20261127\r\n");
    CalendarObject hours =
        done(whole.editing(null, content(whole).at(yoga(at(27, 10), 1).time()), NOW));
    assertThat(hours.text()).contains("DTSTART;TZID=Europe/Paris:20261127T100000\r\n");
  }

  @Test
  void the_second_of_two_equal_hours_is_kept() {
    LocalDateTime twice = LocalDateTime.of(2026, 10, 25, 2, 30);
    var start = twice.atZone(PARIS).withLaterOffsetAtOverlap().toInstant();
    EventContent content =
        yoga(twice, 1).at(new EventTime(start, start.plus(Duration.ofHours(1)), PARIS));
    assertThat(content(create(content))).isEqualTo(content);
  }

  @Test
  void a_zone_without_a_name_is_kept() {
    EventContent content = yoga(at(27, 10), 1);
    for (String zone : List.of("+05:30", "UTC", "Z", "Asia/Kolkata", "America/Santiago")) {
      EventTime time = new EventTime(content.time().start(), content.time().end(), ZoneId.of(zone));
      assertThat(content(create(content.at(time))).time()).isEqualTo(time);
      EventTime days =
          EventTime.days(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 28), ZoneId.of(zone));
      assertThat(content(create(content.at(days))).time()).isEqualTo(days);
    }
  }

  @Test
  void lines_that_are_no_recurrence_are_refused() {
    for (String line :
        List.of("SUMMARY:x", "RRULE:FREQ=NEVER", "RRULE:FREQ=DAILY\r\nSUMMARY:x", "nothing")) {
      assertThat(failure(CalendarObject.create("u", yoga(at(27, 10), 1, line), PARIS, NOW)))
          .isInstanceOf(CalendarFailure.Invalid.class);
    }
  }

  private static CalendarObject weekly() {
    return create(yoga(at(27, 10), 1, "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4"));
  }

  private static LocalDateTime at(int day, int hour) {
    return LocalDateTime.of(2026, 11, day, hour, 0);
  }

  private static EventContent content(CalendarObject object) {
    return object.content(null).orElseThrow();
  }

  private static EventContent titled(CalendarObject object, String occurrence, String title) {
    EventContent content = object.content(occurrence).orElseThrow();
    return content.with(titled(content, title));
  }

  private static EventText titled(EventContent content, String title) {
    EventText text = content.text();
    return new EventText(title, text.description(), text.location(), text.attendees());
  }

  private static List<String> differing(String before, String after) {
    List<String> lines = Arrays.asList(before.split("\r\n"));
    return Arrays.stream(after.split("\r\n")).filter(line -> !lines.contains(line)).toList();
  }
}

package io.rendezvous.calendar.icalendar;

import static io.rendezvous.calendar.icalendar.Objects.create;
import static io.rendezvous.calendar.icalendar.Objects.event;
import static io.rendezvous.calendar.icalendar.Objects.read;
import static io.rendezvous.calendar.icalendar.Objects.starts;
import static io.rendezvous.calendar.icalendar.Objects.text;
import static io.rendezvous.calendar.icalendar.Objects.yoga;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Period;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When series happen. */
class ExpansionTest {
  private static final String FOREVER = "2200-01-01T00:00:00Z";
  private static final String LONG_AGO = "1990-01-01T00:00:00Z";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY;COUNT=3 | 2026-11-27T10:00 | 2026-11-28T10:00 | 2026-11-29T10:00",
        "FREQ=WEEKLY;BYDAY=FR,MO;COUNT=3 | 2026-11-27T10:00 | 2026-11-30T10:00 | 2026-12-04T10:00",
        "FREQ=DAILY;UNTIL=20261129T090000Z | 2026-11-27T10:00 | 2026-11-28T10:00 | 2026-11-29T10:00",
        "FREQ=DAILY;UNTIL=20261129T110000 | 2026-11-27T10:00 | 2026-11-28T10:00 | 2026-11-29T10:00",
        "FREQ=DAILY;UNTIL=20261129 | 2026-11-27T10:00 | 2026-11-28T10:00 | 2026-11-29T10:00",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3 | 2026-11-27T10:00 | 2026-12-25T10:00 | 2027-01-29T10:00",
        "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3 | 2026-11-27T10:00 | 2026-11-30T10:00 | 2026-12-31T10:00",
        "FREQ=YEARLY;COUNT=3 | 2026-11-27T10:00 | 2027-11-27T10:00 | 2028-11-27T10:00",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=3 | 2026-11-27T10:00 | 2026-12-11T10:00 | 2026-12-25T10:00",
        "freq=hourly;interval=12;count=3 | 2026-11-27T10:00 | 2026-11-27T22:00 | 2026-11-28T10:00",
      })
  void recurs_as_its_rule_says(String rule, String first, String second, String third) {
    CalendarObject object =
        read(event("DTSTART;TZID=Europe/Paris:20261127T100000", "RRULE:" + rule));
    assertThat(starts(object, LONG_AGO, FOREVER, 3)).containsExactly(first, second, third);
  }

  @Test
  void a_month_without_that_day_is_left_out() {
    CalendarObject object =
        create(yoga(LocalDateTime.of(2026, 10, 31, 10, 0), 1, "RRULE:FREQ=MONTHLY;COUNT=3"));
    assertThat(starts(object, LONG_AGO, FOREVER, 10))
        .containsExactly("2026-10-31T10:00", "2026-12-31T10:00", "2027-01-31T10:00");
  }

  @Test
  void a_leap_day_comes_every_fourth_year() {
    CalendarObject object =
        create(yoga(LocalDateTime.of(2024, 2, 29, 10, 0), 1, "RRULE:FREQ=YEARLY"));
    assertThat(starts(object, LONG_AGO, FOREVER, 2))
        .containsExactly("2024-02-29T10:00", "2028-02-29T10:00");
  }

  @Test
  void wall_time_stays_when_the_clocks_change() {
    CalendarObject object =
        create(yoga(LocalDateTime.of(2026, 10, 24, 10, 0), 1, "RRULE:FREQ=DAILY;COUNT=3"));
    assertThat(
            object.within(
                new Period(Instant.parse(LONG_AGO), Instant.parse(FOREVER)), _ -> true, 9))
        .extracting(at -> at.time().start().toString())
        .containsExactly("2026-10-24T08:00:00Z", "2026-10-25T09:00:00Z", "2026-10-26T09:00:00Z");
  }

  @Test
  void an_hour_that_the_clocks_skip_moves_that_day_only() {
    CalendarObject object =
        create(yoga(LocalDateTime.of(2027, 3, 27, 2, 30), 1, "RRULE:FREQ=DAILY;COUNT=3"));
    assertThat(starts(object, LONG_AGO, FOREVER, 9))
        .containsExactly("2027-03-27T02:30", "2027-03-28T03:30", "2027-03-29T02:30");
  }

  @Test
  void an_hour_that_comes_twice_is_the_first() {
    CalendarObject object =
        create(yoga(LocalDateTime.of(2026, 10, 24, 2, 30), 1, "RRULE:FREQ=DAILY;COUNT=2"));
    assertThat(
            object.within(
                new Period(Instant.parse(LONG_AGO), Instant.parse(FOREVER)), _ -> true, 9))
        .extracting(HappensAt::occurrence)
        .containsExactly("20261024T003000Z", "20261025T003000Z");
  }

  @Test
  void an_occurrence_under_way_is_within_the_period() {
    CalendarObject object =
        create(yoga(LocalDateTime.of(2020, 1, 1, 22, 0), 4, "RRULE:FREQ=DAILY"));
    assertThat(starts(object, "2026-11-27T00:30:00Z", "2026-11-27T20:00:00Z", 9))
        .containsExactly("2026-11-26T22:00");
  }

  @Test
  void dates_are_taken_out_and_added() {
    CalendarObject object =
        read(
            event(
                "DTSTART;TZID=Europe/Paris:20261127T100000",
                "DURATION:PT30M",
                "RRULE:FREQ=DAILY;COUNT=4",
                "EXDATE;TZID=Europe/Paris:20261128T100000",
                "EXDATE;VALUE=DATE:20261129",
                "RDATE:20261205T100000Z,20261206T100000Z"));
    assertThat(starts(object, LONG_AGO, FOREVER, 9))
        .containsExactly(
            "2026-11-27T10:00", "2026-11-30T10:00", "2026-12-05T11:00", "2026-12-06T11:00");
  }

  @Test
  void whole_days_recur_as_days() {
    CalendarObject object =
        read(
            event(
                "DTSTART;VALUE=DATE:20261024",
                "DTEND;VALUE=DATE:20261026",
                "RRULE:FREQ=WEEKLY;COUNT=2",
                "EXDATE;VALUE=DATE:20261031"));
    var times =
        object.within(new Period(Instant.parse(LONG_AGO), Instant.parse(FOREVER)), _ -> true, 9);
    assertThat(times).extracting(HappensAt::occurrence).containsExactly("20261024");
    assertThat(times.getFirst().time().endDay()).hasToString("2026-10-26");
    assertThat(times.getFirst().time().length()).hasHours(49);
  }

  @Test
  void exceptions_move_into_a_period_and_out_of_it() {
    CalendarObject object =
        read(
            text(
                "BEGIN:VEVENT",
                "UID:u",
                "DTSTART;TZID=Europe/Paris:20261123T100000",
                "RRULE:FREQ=DAILY;COUNT=5",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:u",
                "RECURRENCE-ID;TZID=Europe/Paris:20261124T100000",
                "DTSTART;TZID=Europe/Paris:20261126T150000",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:u",
                "RECURRENCE-ID:20261126T090000Z",
                "DTSTART;TZID=Europe/Paris:20261224T100000",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:u",
                "RECURRENCE-ID:20261127T090000Z",
                "DTSTART;TZID=Europe/Paris:20261127T100000",
                "STATUS:CANCELLED",
                "END:VEVENT"));
    assertThat(starts(object, "2026-11-26T00:00:00Z", "2026-11-28T00:00:00Z", 9))
        .containsExactly("2026-11-26T15:00");
    assertThat(starts(object, "2026-11-23T00:00:00Z", "2026-11-25T12:00:00Z", 9))
        .containsExactly("2026-11-23T10:00", "2026-11-25T10:00");
    assertThat(starts(object, "2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z", 9))
        .containsExactly("2026-12-24T10:00");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=SECONDLY, 5",
    "FREQ=MINUTELY;COUNT=2000000000, 5",
    "FREQ=SECONDLY;UNTIL=99991231T000000Z, 5",
    "FREQ=MINUTELY;BYSECOND=0, 5",
    "'FREQ=YEARLY;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5',0",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30, 0",
    "FREQ=SECONDLY;INTERVAL=2147483647, 0",
    "FREQ=SOMETIMES, 0",
  })
  void rules_that_never_rest_are_worked_out_as_far_as_is_asked(String rule, int expected) {
    CalendarObject object = read(event("DTSTART:19000101T000000Z", "RRULE:" + rule));
    assertThat(starts(object, "2026-11-27T00:00:00Z", FOREVER, 5)).hasSize(expected);
    assertThat(object.span().start()).isEqualTo(Instant.parse("1900-01-01T00:00:00Z"));
  }

  @Test
  void spans_from_the_first_to_the_last_time() {
    assertThat(
            create(yoga(LocalDateTime.of(2026, 11, 27, 10, 0), 1, "RRULE:FREQ=DAILY;COUNT=10"))
                .span()
                .end())
        .isEqualTo(Instant.parse("2026-12-06T10:00:00Z"));
    assertThat(
            create(yoga(LocalDateTime.of(2026, 11, 27, 10, 0), 1, "RRULE:FREQ=DAILY")).span().end())
        .isAfter(Instant.parse("9999-01-01T00:00:00Z"));
  }

  @Test
  void pages_of_a_series_go_on_where_the_last_ended() {
    CalendarObject object =
        create(yoga(LocalDateTime.of(2026, 11, 27, 10, 0), 1, "RRULE:FREQ=DAILY"));
    Instant after = Instant.parse("2026-11-28T09:00:00Z");
    assertThat(
            object.within(
                new Period(Instant.parse(LONG_AGO), Instant.parse(FOREVER)),
                at -> at.time().start().isAfter(after),
                2))
        .extracting(HappensAt::occurrence)
        .isEqualTo(List.of("20261129T090000Z", "20261130T090000Z"));
  }
}

package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeTimeTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final WorkingHours NINE_TO_SIX =
      new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0), PARIS);
  private static final Instant LONG_AGO = Instant.EPOCH;

  @Test
  void begins_with_the_working_day_and_stops_at_the_limit() {
    assertThat(starts(free(60), "2026-11-27T00:00", "2026-11-28T00:00", LONG_AGO))
        .containsExactly(
            "2026-11-27T09:00",
            "2026-11-27T10:00",
            "2026-11-27T11:00",
            "2026-11-27T12:00",
            "2026-11-27T13:00");
  }

  @Test
  void goes_round_events_and_begins_at_a_quarter_after_them() {
    var busy =
        List.of(
            event("2026-11-27T08:00", "2026-11-27T10:10"),
            event("2026-11-27T11:30", "2026-11-27T16:50"),
            event("2026-11-27T12:00", "2026-11-27T12:30"));
    assertThat(starts(free(60, busy), "2026-11-27T00:00", "2026-11-28T00:00", LONG_AGO))
        .containsExactly("2026-11-27T10:15", "2026-11-27T17:00");
  }

  @Test
  void leaves_out_weekends_and_nights() {
    assertThat(starts(free(240), "2026-11-27T12:00", "2026-12-01T00:00", LONG_AGO))
        .containsExactly("2026-11-27T12:00", "2026-11-30T09:00", "2026-11-30T13:00");
  }

  @Test
  void takes_weekend_days_where_only_those_are_asked_about() {
    assertThat(starts(free(480), "2026-11-28T00:00", "2026-11-30T00:00", LONG_AGO))
        .containsExactly("2026-11-28T09:00", "2026-11-29T09:00");
  }

  @Test
  void offers_nothing_that_is_past() {
    Instant now = instant("2026-11-27T15:01");
    assertThat(starts(free(60), "2026-11-27T00:00", "2026-11-28T00:00", now))
        .containsExactly("2026-11-27T15:15", "2026-11-27T16:15");
    assertThat(starts(free(60), "2026-11-26T00:00", "2026-11-27T00:00", now)).isEmpty();
  }

  @Test
  void offers_nothing_beyond_what_is_known() {
    var period = new Period(instant("2026-11-27T00:00"), instant("2026-11-28T00:00"));
    assertThat(free(60).slots(period, LONG_AGO, instant("2026-11-27T10:30"))).hasSize(1);
    assertThat(free(60).slots(period, LONG_AGO, instant("2026-11-26T10:30"))).isEmpty();
  }

  @Test
  void offers_nothing_longer_than_the_working_day() {
    assertThat(starts(free(541), "2026-11-23T00:00", "2026-11-28T00:00", LONG_AGO)).isEmpty();
  }

  @Test
  void keeps_working_hours_local_when_the_clocks_change() {
    assertThat(
            free(540)
                .slots(
                    new Period(instant("2027-03-26T00:00"), instant("2027-03-30T00:00")),
                    LONG_AGO,
                    instant("2027-03-30T00:00")))
        .extracting(EventTime::start)
        .containsExactly(
            Instant.parse("2027-03-26T08:00:00Z"), Instant.parse("2027-03-29T07:00:00Z"));
  }

  private static FreeTime free(int minutes) {
    return free(minutes, List.of());
  }

  private static FreeTime free(int minutes, List<EventTime> busy) {
    return new FreeTime(NINE_TO_SIX, busy, Duration.ofMinutes(minutes), 5);
  }

  private static List<String> starts(FreeTime search, String from, String to, Instant now) {
    Instant end = instant(to);
    return search.slots(new Period(instant(from), end), now, end).stream()
        .map(slot -> slot.localStart().toLocalDateTime().toString())
        .toList();
  }

  private static EventTime event(String start, String end) {
    return new EventTime(instant(start), instant(end), PARIS);
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }
}

package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesSplitTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** Tuesdays at nine in Paris; the clocks go back on 25 October. */
  private static final Instant FIRST = Instant.parse("2026-10-06T07:00:00Z");

  private static final EventTime NINE = new EventTime(FIRST, FIRST.plusSeconds(3600), PARIS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY | 2026-11-03T08:00:00Z | FREQ=WEEKLY;UNTIL=20261103T075959Z | FREQ=WEEKLY",
        "FREQ=WEEKLY;COUNT=10 | 2026-11-03T08:00:00Z | FREQ=WEEKLY;UNTIL=20261103T075959Z"
            + " | FREQ=WEEKLY;COUNT=6",
        "FREQ=WEEKLY;UNTIL=20261231T225959Z;BYDAY=TU | 2026-10-13T07:00:00Z"
            + " | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261013T065959Z"
            + " | FREQ=WEEKLY;UNTIL=20261231T225959Z;BYDAY=TU",
      })
  void parts_the_rule_and_counts_on(String rule, Instant at, String before, String after) {
    var split = SeriesSplit.of(new Recurrence(List.of("RRULE:" + rule)), NINE, at);
    assertThat(split.before().lines()).containsExactly("RRULE:" + before);
    assertThat(split.after().lines()).containsExactly("RRULE:" + after);
  }

  @Test
  void ends_whole_days_by_a_date() {
    var days = EventTime.days(LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 7), PARIS);
    Instant at = LocalDate.of(2026, 11, 3).atStartOfDay(PARIS).toInstant();
    var split = SeriesSplit.of(new Recurrence(List.of("RRULE:FREQ=WEEKLY")), days, at);
    assertThat(split.before().lines()).containsExactly("RRULE:FREQ=WEEKLY;UNTIL=20261102");
  }

  @Test
  void gives_each_half_its_own_dates() {
    var recurrence =
        new Recurrence(
            List.of(
                "RRULE:FREQ=WEEKLY",
                "EXDATE;TZID=Europe/Paris:20261020T090000,20261103T090000",
                "RDATE:20261021T070000Z"));
    var split = SeriesSplit.of(recurrence, NINE, Instant.parse("2026-11-03T08:00:00Z"));
    assertThat(split.before().lines())
        .contains("EXDATE;TZID=Europe/Paris:20261020T090000", "RDATE:20261021T070000Z");
    assertThat(split.after().lines())
        .containsExactly("RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Paris:20261103T090000");
  }
}

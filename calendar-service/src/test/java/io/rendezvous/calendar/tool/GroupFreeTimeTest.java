package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupFreeTimeTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** A Friday. */
  private static final Period DAY =
      new Period(Instant.parse("2026-11-26T23:00:00Z"), Instant.parse("2026-11-27T23:00:00Z"));

  @Test
  void offers_what_is_within_everybodys_working_hours() {
    assertThat(starts(find(List.of(), NEW_YORK))).containsExactly("15:00", "16:00", "17:00");
    assertThat(find(List.of(), NEW_YORK, TOKYO)).isEmpty();
  }

  @Test
  void leaves_out_when_anybody_is_busy() {
    Instant four = Instant.parse("2026-11-27T15:00:00Z");
    var call = new EventTime(four, four.plusSeconds(1800), NEW_YORK);
    assertThat(starts(find(List.of(call), NEW_YORK))).containsExactly("15:00", "16:30");
  }

  @Test
  void puts_those_first_that_suit_all() {
    // Three in Paris is nine in New York: early there. Four is ten and suits both.
    assertThat(starts(new Comfort(List.of(PARIS, NEW_YORK)).rank(find(List.of(), NEW_YORK))))
        .containsExactly("16:00", "15:00", "17:00");
  }

  private static List<EventTime> find(List<EventTime> busy, ZoneId... zones) {
    return new FreeTime(
            hours(PARIS),
            List.of(zones).stream().map(GroupFreeTimeTest::hours).toList(),
            busy,
            Duration.ofHours(1),
            10)
        .slots(DAY, DAY.from(), DAY.to());
  }

  private static WorkingHours hours(ZoneId zone) {
    return new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0), zone);
  }

  private static List<String> starts(List<EventTime> slots) {
    return slots.stream().map(slot -> slot.localStart().toLocalTime().toString()).toList();
  }
}

package io.rendezvous.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.wire.Json;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolSummaryTest {
  private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-27T13:00:00+01:00");
  private static final EventView LUNCH =
      new EventView(
          "e1",
          "Lunch",
          START,
          START.plusHours(1),
          "Europe/Paris",
          "Friday 13:00",
          null,
          List.of());

  private static String summary(CalendarResult result) {
    return ToolSummary.of(Json.MAPPER.writeValueAsString(result));
  }

  @Test
  void tells_events_by_when_and_title() {
    assertThat(summary(new CalendarResult.Created(LUNCH, List.of())))
        .isEqualTo("Friday 13:00 – Lunch");
    assertThat(summary(new CalendarResult.Moved(LUNCH, LUNCH, List.of())))
        .isEqualTo("Friday 13:00 – Lunch");
    assertThat(summary(new CalendarResult.Deleted(LUNCH))).isEqualTo("Friday 13:00 – Lunch");
    assertThat(summary(new CalendarResult.Events(Collections.nCopies(2, LUNCH), false)))
        .isEqualTo("Friday 13:00 – Lunch; Friday 13:00 – Lunch");
  }

  @Test
  void stays_short() {
    assertThat(summary(new CalendarResult.Events(Collections.nCopies(9, LUNCH), true)))
        .endsWith("; …");
    assertThat(ToolSummary.of("😀".repeat(500))).hasSizeLessThan(450).endsWith("…");
  }

  @Test
  void tells_slots_failures_and_what_it_does_not_know() {
    var slot = new Slot(START, START.plusHours(1), "Europe/Paris", "Friday 13:00");
    assertThat(summary(new CalendarResult.FreeTimes(List.of(slot)))).isEqualTo("Friday 13:00");
    assertThat(summary(new CalendarResult.Failed("not_found", "No such event")))
        .isEqualTo("No such event");
    assertThat(ToolSummary.of("plain")).isEqualTo("plain");
  }
}

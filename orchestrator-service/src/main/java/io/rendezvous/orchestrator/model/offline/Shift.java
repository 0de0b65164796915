package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** By how much one occurrence is moved, and so its whole series. */
record Shift(Span before, Span after) {
  boolean changesDays() {
    return !before.start().toLocalDate().equals(after.start().toLocalDate());
  }

  /** Whether a series names its days, which then are not moved with its first occurrence. */
  static boolean isTiedToDays(EventView series) {
    return Objects.requireNonNullElse(series.recurrence(), List.<String>of()).stream()
        .anyMatch(line -> line.contains(";BY"));
  }

  /** Where the series' first occurrence is moved. */
  Span of(Span first) {
    return after.startingAt(first.start().plus(Duration.between(before.start(), after.start())));
  }
}

package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.LocalWhen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When something begins and, where that was said, when it ends.
 *
 * @param wholeDays whether it is whole days; the end is then the midnight after the last
 */
record Span(LocalDateTime start, @Nullable LocalDateTime end, boolean wholeDays) {
  /** Of a time of day. */
  Span(LocalDateTime start, @Nullable LocalDateTime end) {
    this(start, end, false);
  }

  /** The start, as tools take it. */
  LocalWhen from() {
    return wholeDays ? new LocalWhen(start.toLocalDate(), null) : LocalWhen.of(start);
  }

  /** The end, as tools take it: of whole days the last one, which a single one need not have. */
  @Nullable LocalWhen to() {
    if (end == null || !wholeDays) {
      return end == null ? null : LocalWhen.of(end);
    }
    LocalDate last = end.toLocalDate().minusDays(1);
    return last.equals(start.toLocalDate()) ? null : new LocalWhen(last, null);
  }

  /** As long, but from then on. */
  Span startingAt(LocalDateTime other) {
    return new Span(
        other, end == null ? null : other.plus(Duration.between(start, end)), wholeDays);
  }
}

package io.rendezvous.dates;

import java.time.Duration;
import java.time.LocalDate;

/** A named part of a day. */
public enum DayPart {
  MORNING(8, 12),
  AFTERNOON(12, 18),
  EVENING(18, 22),
  ALL_DAY(0, 24);

  private final Duration from;
  private final Duration to;

  DayPart(int fromHour, int toHour) {
    this.from = Duration.ofHours(fromHour);
    this.to = Duration.ofHours(toHour);
  }

  /** When this part of that day begins and ends. */
  public Period on(LocalDate date) {
    return new Period(date.atStartOfDay().plus(from), date.atStartOfDay().plus(to));
  }

  boolean isLate() {
    return this == AFTERNOON || this == EVENING;
  }
}

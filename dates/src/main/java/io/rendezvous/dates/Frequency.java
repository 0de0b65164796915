package io.rendezvous.dates;

import java.time.temporal.ChronoUnit;

/** The unit in which something repeats, named as RFC 5545 names it. */
public enum Frequency {
  MINUTELY(ChronoUnit.MINUTES),
  HOURLY(ChronoUnit.HOURS),
  DAILY(ChronoUnit.DAYS),
  WEEKLY(ChronoUnit.WEEKS),
  MONTHLY(ChronoUnit.MONTHS),
  YEARLY(ChronoUnit.YEARS);

  private final ChronoUnit unit;

  Frequency(ChronoUnit unit) {
    this.unit = unit;
  }

  ChronoUnit unit() {
    return unit;
  }

  boolean isWithinDay() {
    return unit.isTimeBased();
  }
}

package io.rendezvous.calendar.icalendar;

import java.time.temporal.ChronoUnit;

/** What a rule counts in, longest first. */
enum Frequency {
  YEARLY(ChronoUnit.YEARS),
  MONTHLY(ChronoUnit.MONTHS),
  WEEKLY(ChronoUnit.WEEKS),
  DAILY(ChronoUnit.DAYS),
  HOURLY(ChronoUnit.HOURS),
  MINUTELY(ChronoUnit.MINUTES),
  SECONDLY(ChronoUnit.SECONDS);

  private final ChronoUnit unit;

  Frequency(ChronoUnit unit) {
    this.unit = unit;
  }

  ChronoUnit unit() {
    return unit;
  }

  boolean isShorterThan(Frequency other) {
    return compareTo(other) > 0;
  }
}

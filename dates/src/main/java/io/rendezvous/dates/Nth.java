package io.rendezvous.dates;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * The first, second … day or weekday of a month; the last is -1.
 *
 * @param weekday null for the day of the month
 */
record Nth(int nth, @Nullable DayOfWeek weekday) {
  static Nth day(int nth) {
    return new Nth(nth, null);
  }

  /** The same of every month. */
  RepeatedDay repeated() {
    return weekday == null
        ? new RepeatedDay.DayOfMonth(nth)
        : new RepeatedDay.NthWeekday(nth, weekday);
  }
}

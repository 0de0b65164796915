package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A time of day as it was said.
 *
 * @param hour 0 to 24, where 24 is the midnight that ends the day
 * @param loose whether the hour may as well be twelve hours later
 */
record Clock(int hour, int minute, boolean loose) {
  /** Nobody who says "at 6" without more means the early morning; "at 7" may be. */
  private static final int LAST_LOOSE_AFTERNOON_HOUR = 6;

  static Clock exact(int hour, int minute) {
    return new Clock(hour, minute, false);
  }

  boolean isValid() {
    return hour >= 0 && minute >= 0 && minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
  }

  Clock plusMinutes(int minutes) {
    int total = Math.floorMod(hour * 60 + minute + minutes, 24 * 60);
    return new Clock(total / 60, total % 60, loose);
  }

  /** The same time in that part of a day: 8 in the evening is 20. */
  Clock in(DayPart part) {
    return part.isLate() && hour < 12 ? later() : exact(hour, minute);
  }

  /** The same time before or after noon. */
  Clock half(boolean afterNoon) {
    return exact(hour % 12 + (afterNoon ? 12 : 0), minute);
  }

  /** The same time where nothing more is said. */
  Clock settled() {
    return loose && hour >= 1 && hour <= LAST_LOOSE_AFTERNOON_HOUR ? later() : exact(hour, minute);
  }

  /** The start of a range that ends at that time: "from 2 to 3pm". */
  Clock settledBefore(Clock end) {
    return loose && hour < 12 && later().minutes() < end.minutes() ? later() : exact(hour, minute);
  }

  /** The end of a range that starts at that time: "from 5 to 7". */
  Clock settledAfter(Clock start) {
    Clock settled = settled();
    return loose && settled.minutes() <= start.minutes() && settled.hour < 12
        ? settled.later()
        : settled;
  }

  LocalDateTime on(LocalDate date) {
    return date.atStartOfDay().plusMinutes(minutes());
  }

  private Clock later() {
    return exact(hour + 12, minute);
  }

  private int minutes() {
    return hour * 60 + minute;
  }
}

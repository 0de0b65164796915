package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time of day as it was said.
 *
 * @param hour 0 to 24, where 24 is the midnight that ends the day; more on the night after it
 * @param loose whether the hour may as well be twelve hours later
 */
record Clock(int hour, int minute, boolean loose) {
  /** Nobody who says "at 6" without more means the early morning; "at 7" may be. */
  static final int LAST_LOOSE_AFTERNOON_HOUR = 6;

  private static final int MINUTES_OF_DAY = 24 * 60;

  static Clock exact(int hour, int minute) {
    return new Clock(hour, minute, false);
  }

  boolean isValid() {
    return hour >= 0 && minute >= 0 && minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
  }

  /** Half past midnight is after the day that is named, as midnight is its end. */
  Clock plusMinutes(int minutes) {
    int total = minutes() + minutes;
    if (loose && total < 60) {
      return new Clock(12, total, true); // quarter to one
    }
    int inDay = total < 0 ? total + MINUTES_OF_DAY : total;
    return new Clock(inDay / 60, inDay % 60, loose);
  }

  /** The same time in that part of a day: 8 in the evening is 20. */
  Clock in(DayPart part) {
    return exact(hour + part.hoursLater(hour), minute);
  }

  /** The same time before or after noon. */
  Clock half(boolean afterNoon) {
    return exact(hour % 12 + (afterNoon ? 12 : 0), minute);
  }

  /** The same time where nothing more is said. */
  Clock settled() {
    return loose && hour >= 1 && hour <= LAST_LOOSE_AFTERNOON_HOUR ? later() : exact(hour, minute);
  }

  /** What it is where it is not what it is settled as. */
  Optional<Clock> otherwise() {
    return loose
        ? Optional.of(settled().hour == hour ? half(hour < 12) : exact(hour, minute))
        : Optional.empty();
  }

  /** The start of a range that ends at that time: "from 2 to 3pm". */
  Clock settledBefore(Clock end) {
    return loose && hour < 12 && later().minutes() < end.minutes() ? later() : exact(hour, minute);
  }

  /** The end of a range that starts at that time: "from 5 to 7", "from 11pm to 1". */
  Clock settledAfter(Clock start) {
    Clock early = exact(hour, minute);
    return loose && hour <= 12 && half(hour < 12).minutesAfter(start) < early.minutesAfter(start)
        ? half(hour < 12)
        : early;
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

  /** Within a day: as much as that is no time at all, but a whole day. */
  private int minutesAfter(Clock start) {
    return Math.floorMod(minutes() - start.minutes() - 1, MINUTES_OF_DAY) + 1;
  }
}

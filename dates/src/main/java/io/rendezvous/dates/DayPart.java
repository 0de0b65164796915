package io.rendezvous.dates;

import java.time.Duration;
import java.time.LocalDate;

/** A named part of a day. */
public enum DayPart {
  EARLY_MORNING(8, 10),
  MORNING(8, 12),
  LATE_MORNING(10, 12),
  LUNCHTIME(12, 14),
  EARLY_AFTERNOON(13, 15),
  AFTERNOON(12, 18),
  LATE_AFTERNOON(16, 18),
  EARLY_EVENING(18, 20),
  EVENING(18, 22),
  LATE_EVENING(20, 22),
  NIGHT(22, 30),
  DAYTIME(8, 18),
  ALL_DAY(0, 24);

  /** Said of an evening, an hour up to this one is of the night after it. */
  private static final int LAST_HOUR_OF_LATE_EVENING = 3;

  /** Said of a night, an hour up to this one is after its midnight. */
  private static final int LAST_HOUR_OF_NIGHT = 6;

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

  /** Its beginning or its end, where that has a name. */
  DayPart at(Third third) {
    return switch (third) {
      case BEGINNING ->
          switch (this) {
            case MORNING -> EARLY_MORNING;
            case AFTERNOON -> EARLY_AFTERNOON;
            case EVENING -> EARLY_EVENING;
            default -> this;
          };
      case END ->
          switch (this) {
            case MORNING -> LATE_MORNING;
            case AFTERNOON -> LATE_AFTERNOON;
            case EVENING -> LATE_EVENING;
            default -> this;
          };
      case MIDDLE -> this;
    };
  }

  /** Whether hours that are said with it are of the second half of the day. */
  public boolean isLate() {
    return switch (this) {
      case EARLY_AFTERNOON, AFTERNOON, LATE_AFTERNOON, EARLY_EVENING, EVENING, LATE_EVENING -> true;
      case EARLY_MORNING, MORNING, LATE_MORNING, LUNCHTIME, NIGHT, DAYTIME, ALL_DAY -> false;
    };
  }

  /** By how much an hour is later than it sounds, if it is said of this part of the day. */
  int hoursLater(int hour) {
    return switch (this) {
      case EARLY_MORNING, MORNING, LATE_MORNING -> 0;
      case EARLY_AFTERNOON, AFTERNOON, LATE_AFTERNOON -> hour < 12 ? 12 : 0;
      case EARLY_EVENING, EVENING, LATE_EVENING -> inTheNight(hour, LAST_HOUR_OF_LATE_EVENING);
      case NIGHT -> inTheNight(hour, LAST_HOUR_OF_NIGHT);
      case LUNCHTIME, DAYTIME, ALL_DAY ->
          hour >= 1 && hour <= Clock.LAST_LOOSE_AFTERNOON_HOUR ? 12 : 0;
    };
  }

  private static int inTheNight(int hour, int lastAfterMidnight) {
    if (hour <= lastAfterMidnight) {
      return 24;
    }
    return hour <= 12 ? 12 : 0;
  }
}

package io.rendezvous.calendar.icalendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The times of day that a rule allows; what it does not say is as the first start has it. */
record RuleTimes(
    Frequency frequency, List<Integer> hours, List<Integer> minutes, List<Integer> seconds) {

  /** Throws where a part cannot be read. */
  static RuleTimes of(RuleText text, Frequency frequency, LocalTime first) {
    return new RuleTimes(
        frequency,
        said(text.numbers("BYHOUR", 0, 23), Frequency.HOURLY, frequency, first.getHour()),
        said(text.numbers("BYMINUTE", 0, 59), Frequency.MINUTELY, frequency, first.getMinute()),
        said(text.numbers("BYSECOND", 0, 59), Frequency.SECONDLY, frequency, first.getSecond()));
  }

  int size() {
    return Math.max(1, hours.size()) * Math.max(1, minutes.size()) * Math.max(1, seconds.size());
  }

  /** All times of a day, of a rule that counts in days or longer. */
  List<LocalDateTime> of(LocalDate day) {
    return of(day, hours, minutes, seconds);
  }

  /** All times of the step that begins then, of a rule that counts in hours or shorter. */
  List<LocalDateTime> within(LocalDateTime step) {
    List<Integer> minute = frequency == Frequency.HOURLY ? minutes : List.of(step.getMinute());
    List<Integer> second = frequency == Frequency.SECONDLY ? List.of(step.getSecond()) : seconds;
    return of(step.toLocalDate(), List.of(step.getHour()), minute, second);
  }

  boolean allowHour(LocalDateTime step) {
    return hours.isEmpty() || hours.contains(step.getHour());
  }

  boolean allowMinute(LocalDateTime step) {
    return frequency == Frequency.HOURLY || minutes.isEmpty() || minutes.contains(step.getMinute());
  }

  boolean allowSecond(LocalDateTime step) {
    return frequency != Frequency.SECONDLY
        || seconds.isEmpty()
        || seconds.contains(step.getSecond());
  }

  private static List<LocalDateTime> of(
      LocalDate day, List<Integer> hours, List<Integer> minutes, List<Integer> seconds) {
    var times = new ArrayList<LocalDateTime>();
    for (int hour : hours) {
      for (int minute : minutes) {
        for (int second : seconds) {
          times.add(day.atTime(hour, minute, second));
        }
      }
    }
    return times;
  }

  /** A part that is as long as the rule's step, or longer, only leaves steps out. */
  private static List<Integer> said(
      List<Integer> numbers, Frequency part, Frequency rule, int first) {
    return numbers.isEmpty() && part.isShorterThan(rule) ? List.of(first) : numbers;
  }
}

package io.rendezvous.calendar.icalendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that a rule allows: each of its parts leaves out those that are not in it.
 *
 * @param weekStart the first day of weeks
 */
record RuleDays(
    Frequency frequency,
    DayOfWeek weekStart,
    List<Integer> months,
    List<Integer> weekNumbers,
    List<Integer> yearDays,
    List<Integer> monthDays,
    List<Weekday> weekdays) {
  private static final Pattern WEEKDAY = Pattern.compile("([+-]?[0-9]{1,2})?([A-Z]{2})");

  /**
   * A weekday, or one of them.
   *
   * @param place of it within the month or year, negative from the end; 0 for all
   */
  record Weekday(int place, DayOfWeek day) {
    static Weekday parse(String text) {
      Matcher parts = WEEKDAY.matcher(text.trim());
      if (!parts.matches()) {
        throw new IllegalArgumentException("Expected a weekday");
      }
      int place = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
      return new Weekday(place, RuleText.weekday(parts.group(2)));
    }
  }

  /** Throws where a part cannot be read. What no part says is as the first start has it. */
  static RuleDays of(RuleText text, Frequency frequency, LocalDate first) {
    var months = new ArrayList<>(text.numbers("BYMONTH", 1, 12));
    var monthDays = new ArrayList<>(text.numbers("BYMONTHDAY", 1, 31));
    List<Integer> weekNumbers = text.numbers("BYWEEKNO", 1, 53);
    List<Integer> yearDays = text.numbers("BYYEARDAY", 1, 366);
    String named = text.parts().get("BYDAY");
    var weekdays = new ArrayList<Weekday>();
    if (named != null) {
      Arrays.stream(named.split(",")).map(Weekday::parse).forEach(weekdays::add);
    }
    if (yearDays.isEmpty() && monthDays.isEmpty() && weekdays.isEmpty()) {
      if (frequency == Frequency.WEEKLY || !weekNumbers.isEmpty()) {
        weekdays.add(new Weekday(0, first.getDayOfWeek()));
      } else if (frequency == Frequency.YEARLY || frequency == Frequency.MONTHLY) {
        monthDays.add(first.getDayOfMonth());
        if (frequency == Frequency.YEARLY && months.isEmpty()) {
          months.add(first.getMonthValue());
        }
      }
    }
    String start = text.parts().getOrDefault("WKST", "MO");
    return new RuleDays(
        frequency, RuleText.weekday(start), months, weekNumbers, yearDays, monthDays, weekdays);
  }

  boolean allow(LocalDate day) {
    return (months.isEmpty() || months.contains(day.getMonthValue()))
        && isIn(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
        && isIn(yearDays, day.getDayOfYear(), day.lengthOfYear())
        && isInWeek(day)
        && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> is(weekday, day)));
  }

  private static boolean isIn(List<Integer> numbers, int number, int most) {
    return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - most - 1);
  }

  private boolean isInWeek(LocalDate day) {
    if (weekNumbers.isEmpty()) {
      return true;
    }
    var week = WeekFields.of(weekStart, 4).weekOfWeekBasedYear();
    return isIn(weekNumbers, day.get(week), (int) day.range(week).getMaximum());
  }

  /** Places count within the month, or within the year where no month is named. */
  private boolean is(Weekday weekday, LocalDate day) {
    if (weekday.day() != day.getDayOfWeek()) {
      return false;
    }
    if (weekday.place() == 0 || frequency.isShorterThan(Frequency.MONTHLY)) {
      return true;
    }
    boolean inYear = frequency == Frequency.YEARLY && months.isEmpty();
    int from = inYear ? day.getDayOfYear() : day.getDayOfMonth();
    int length = inYear ? day.lengthOfYear() : day.lengthOfMonth();
    return weekday.place() > 0
        ? (from - 1) / 7 + 1 == weekday.place()
        : (length - from) / 7 + 1 == -weekday.place();
  }

  /** All allowed days of the step that begins with this one. */
  List<LocalDate> within(LocalDate begin) {
    LocalDate end = begin.plus(1, frequency.unit());
    var days = new ArrayList<LocalDate>();
    for (LocalDate day = begin; day.isBefore(end); day = day.plus(1, ChronoUnit.DAYS)) {
      if (allow(day)) {
        days.add(day);
      }
    }
    return days;
  }
}

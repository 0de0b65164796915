package io.rendezvous.dates;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On which days something repeats. A month or year that has no such day is left out, as RFC 5545
 * has it.
 */
public sealed interface RepeatedDay {
  /** The days of the period that is so many periods after the one with that first day. */
  Stream<LocalDate> in(Frequency frequency, LocalDate first, long periods);

  /** What a rule of RFC 5545 says of it. */
  String rule();

  /** The same day of the week, month or year as the first one. */
  record SameDay() implements RepeatedDay {
    @Override
    public Stream<LocalDate> in(Frequency frequency, LocalDate first, long periods) {
      LocalDate day = first.plus(periods, frequency.unit());
      return Stream.of(day).filter(_ -> day.minus(periods, frequency.unit()).equals(first));
    }

    @Override
    public String rule() {
      return "";
    }
  }

  /** Some days of the week. */
  record Weekdays(Set<DayOfWeek> weekdays) implements RepeatedDay {
    public Weekdays {
      weekdays = Set.copyOf(weekdays);
    }

    @Override
    public Stream<LocalDate> in(Frequency frequency, LocalDate first, long periods) {
      LocalDate monday =
          first.with(previousOrSame(DayOfWeek.MONDAY)).plus(periods, frequency.unit());
      return weekdays.stream().sorted().map(weekday -> monday.with(nextOrSame(weekday)));
    }

    @Override
    public String rule() {
      return weekdays.stream()
          .sorted()
          .map(RepeatedDay::name)
          .collect(Collectors.joining(",", ";BYDAY=", ""));
    }
  }

  /** A day of the month; the last is -1. */
  record DayOfMonth(int day) implements RepeatedDay {
    @Override
    public Stream<LocalDate> in(Frequency frequency, LocalDate first, long periods) {
      YearMonth month = YearMonth.from(first).plus(periods, frequency.unit());
      int wanted = day < 0 ? month.lengthOfMonth() + 1 + day : day;
      return month.isValidDay(wanted) ? Stream.of(month.atDay(wanted)) : Stream.empty();
    }

    @Override
    public String rule() {
      return ";BYMONTHDAY=" + day;
    }
  }

  /** The first, second … such weekday of the month; the last is -1. */
  record NthWeekday(int nth, DayOfWeek weekday) implements RepeatedDay {
    @Override
    public Stream<LocalDate> in(Frequency frequency, LocalDate first, long periods) {
      YearMonth month = YearMonth.from(first).plus(periods, frequency.unit());
      return Stream.of(month.atDay(1).with(dayOfWeekInMonth(nth, weekday)))
          .filter(day -> YearMonth.from(day).equals(month));
    }

    @Override
    public String rule() {
      return ";BYDAY=" + nth + name(weekday);
    }
  }

  /** A day of the year. */
  record DayOfYear(MonthDay day) implements RepeatedDay {
    @Override
    public Stream<LocalDate> in(Frequency frequency, LocalDate first, long periods) {
      int year = first.plus(periods, frequency.unit()).getYear();
      return day.isValidYear(year) ? Stream.of(day.atYear(year)) : Stream.empty();
    }

    @Override
    public String rule() {
      return ";BYMONTH=" + day.getMonthValue() + ";BYMONTHDAY=" + day.getDayOfMonth();
    }
  }

  private static String name(DayOfWeek weekday) {
    return weekday.name().substring(0, 2);
  }
}

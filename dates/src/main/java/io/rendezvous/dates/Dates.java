package io.rendezvous.dates;

import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previous;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.Days;
import io.rendezvous.dates.Meaning.Mismatch;
import io.rendezvous.dates.Meaning.NoSuchDay;
import io.rendezvous.dates.Meaning.Within;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days that words stand for, seen from a day; weeks begin on Monday. */
final class Dates {
  /** A leap day comes back after eight years at the latest. */
  private static final int YEARS_TO_LOOK_AHEAD = 8;

  private Dates() {}

  /** "Friday": the next one, strictly after today. */
  static Day upcoming(LocalDate today, DayOfWeek weekday) {
    return new Day(today.with(next(weekday)));
  }

  /** "This Friday": today or the next one. */
  static Day current(LocalDate today, DayOfWeek weekday) {
    return new Day(today.with(nextOrSame(weekday)));
  }

  static Day last(LocalDate today, DayOfWeek weekday) {
    return new Day(today.with(previous(weekday)));
  }

  /** That weekday of the week so many weeks after this one; "next Friday" is of the next week. */
  static Day inWeek(LocalDate today, int weeks, DayOfWeek weekday) {
    return new Day(monday(today).plusWeeks(weeks).plusDays(weekday.getValue() - 1L));
  }

  static Days week(LocalDate today, int weeks) {
    LocalDate monday = monday(today).plusWeeks(weeks);
    return new Days(monday, monday.plusDays(6));
  }

  /** The week that a date is in. */
  static Meaning weekOf(LocalDate today, Written date) {
    Meaning day = date.from(today);
    return day instanceof Day(var found) ? week(found, 0) : day;
  }

  static Days weekEnd(LocalDate today, int weeks) {
    LocalDate saturday = monday(today).plusWeeks(weeks).plusDays(5);
    return new Days(saturday, saturday.plusDays(1));
  }

  static Days month(LocalDate today, int months) {
    LocalDate first = today.withDayOfMonth(1).plusMonths(months);
    return new Days(first, first.plusMonths(1).minusDays(1));
  }

  static Days months(YearMonth first, int months) {
    return new Days(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
  }

  static Days year(LocalDate today, int years) {
    return yearOf(today.getYear() + years);
  }

  static Days yearOf(int year) {
    return months(YearMonth.of(year, 1), 12);
  }

  static Days quarter(LocalDate today, int quarters) {
    LocalDate day = today.plusMonths(3L * quarters);
    return quarterOf(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  static Days quarterOf(int year, int quarter) {
    return months(YearMonth.of(year, 3 * quarter - 2), 3);
  }

  /** So many working days after today, Monday to Friday; holidays are not known. */
  static Day workingDay(LocalDate today, int days) {
    LocalDate day = today;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 0 : 1;
    }
    return new Day(day);
  }

  /** A part of that week or, where that is over in this one, of the next. */
  static Days thirdOfWeek(LocalDate today, Third third, int weeks) {
    Days days = third.ofWeek(monday(today).plusWeeks(weeks));
    return weeks == 0 && days.last().isBefore(today) ? thirdOfWeek(today, third, 1) : days;
  }

  /** So many days, today being the first. */
  static Days coming(LocalDate today, int days) {
    return new Days(today, today.plusDays(Math.max(days, 1) - 1L));
  }

  /** The day so many days after that one, unless that is none. */
  static Meaning plus(Meaning day, int days) {
    return day instanceof Day(var date) ? new Day(date.plusDays(days)) : day;
  }

  /** From now until so much later. */
  static Optional<Meaning> within(LocalDateTime now, Duration length) {
    return Optional.of(new Within(now, now.plus(length)));
  }

  /** From now to the end of the day that is so far away. */
  static Optional<Meaning> within(LocalDateTime now, Period away) {
    LocalDate last = now.toLocalDate().plus(away);
    return Optional.of(new Within(now, last.plusDays(1).atStartOfDay()));
  }

  /** From tomorrow to Sunday, which a Sunday is alone. */
  static Days restOfWeek(LocalDate today) {
    LocalDate sunday = week(today, 0).last();
    return new Days(sunday.isAfter(today) ? today.plusDays(1) : today, sunday);
  }

  /** That month, if not over yet, else of the next year. */
  static Days month(LocalDate today, Month month, @Nullable Integer year) {
    int chosen =
        year != null
            ? year
            : month.compareTo(today.getMonth()) < 0 ? today.getYear() + 1 : today.getYear();
    return month(LocalDate.of(chosen, month, 1), 0);
  }

  /** "The 27th": today or the next one. */
  static Optional<LocalDate> dayOfMonth(LocalDate today, int day) {
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    LocalDate month = today.withDayOfMonth(1);
    while (month.lengthOfMonth() < day || month.withDayOfMonth(day).isBefore(today)) {
      month = month.plusMonths(1);
    }
    return Optional.of(month.withDayOfMonth(day));
  }

  /** Without a year, today or the next such day. */
  static Meaning date(LocalDate today, int day, Month month, @Nullable Integer year) {
    if (day < 1 || day > month.maxLength()) {
      return new NoSuchDay(day, month);
    }
    MonthDay monthDay = MonthDay.of(month, day);
    if (year != null) {
      return monthDay.isValidYear(year)
          ? new Day(monthDay.atYear(year))
          : new NoSuchDay(day, month);
    }
    for (int ahead = 0; ahead <= YEARS_TO_LOOK_AHEAD; ahead++) {
      int candidate = today.getYear() + ahead;
      if (monthDay.isValidYear(candidate) && !monthDay.atYear(candidate).isBefore(today)) {
        return new Day(monthDay.atYear(candidate));
      }
    }
    return new NoSuchDay(day, month);
  }

  /** The day, unless it falls on another weekday. */
  static Meaning checked(Meaning day, DayOfWeek stated) {
    return day instanceof Day(var date) && date.getDayOfWeek() != stated
        ? new Mismatch(date, stated)
        : day;
  }

  private static LocalDate monday(LocalDate today) {
    return today.with(previousOrSame(DayOfWeek.MONDAY));
  }
}

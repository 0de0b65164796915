package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.NoSuchDay;
import io.rendezvous.dates.Meaning.NoSuchWeekday;
import io.rendezvous.dates.Meaning.Stretch;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The months that may be meant, in their order: the first is, unless what is named is over. */
record Months(List<YearMonth> candidates) {
  Months {
    candidates = List.copyOf(candidates);
  }

  /** The month that is so many months away. */
  static Months away(LocalDate today, int months) {
    return new Months(List.of(YearMonth.from(today).plusMonths(months)));
  }

  /** "The month": this one or, where what is named is over, the next. */
  static Months current(LocalDate today) {
    YearMonth month = YearMonth.from(today);
    return new Months(List.of(month, month.plusMonths(1)));
  }

  static Months of(LocalDate today, MonthOfYear said) {
    if (said.year().isPresent()) {
      return new Months(List.of(YearMonth.of(said.year().get(), said.month())));
    }
    YearMonth month = YearMonth.of(today.getYear(), said.month());
    return new Months(
        Stream.of(month, month.plusYears(1))
            .filter(candidate -> !candidate.isBefore(YearMonth.from(today)))
            .toList());
  }

  Meaning third(LocalDate today, Third third) {
    return first(today, third::ofMonth);
  }

  /** The last day is -1. */
  Meaning day(LocalDate today, int day) {
    return first(
        today,
        month -> {
          int wanted = day < 0 ? month.lengthOfMonth() + 1 + day : day;
          return month.isValidDay(wanted)
              ? new Day(month.atDay(wanted))
              : new NoSuchDay(day, month.getMonth());
        });
  }

  /** The last such weekday is -1. */
  Meaning weekday(LocalDate today, int nth, DayOfWeek weekday) {
    return first(
        today,
        month ->
            new RepeatedDay.NthWeekday(nth, weekday)
                .in(Frequency.MONTHLY, month.atDay(1), 0)
                .<Meaning>map(Day::new)
                .findFirst()
                .orElse(new NoSuchWeekday(nth, weekday, month)));
  }

  private Meaning first(LocalDate today, Function<YearMonth, Meaning> reading) {
    List<Meaning> readings = candidates.stream().map(reading).toList();
    return readings.stream()
        .filter(
            meaning ->
                meaning instanceof Stretch stretch
                    && stretch.period().to().isAfter(today.atStartOfDay()))
        .findFirst()
        .orElse(readings.getFirst());
  }
}

package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes rules for days out of rules for their parts. */
final class DayRule {
  private DayRule() {}

  /** Something that names a day, seen from today. */
  static <T> Rule<Meaning> of(Rule<T> rule, BiFunction<LocalDate, T, Meaning> day) {
    return rule.given((now, value) -> Optional.of(day.apply(now.toLocalDate(), value)));
  }

  /** Words for the day so many days away. */
  static Rule<Meaning> away(long days, String... words) {
    return of(Rule.words(words), (today, _) -> new Meaning.Day(today.plusDays(days)));
  }

  /** A number that names the day of the month by itself. */
  static Rule<Meaning> ofMonth(Rule<Integer> dayNumber) {
    return dayNumber.given(
        (now, number) -> Dates.dayOfMonth(now.toLocalDate(), number).map(Meaning.Day::new));
  }

  /** A feast that is on the same day every year. */
  static Rule<Meaning> feast(Map<String, MonthDay> names) {
    return of(
        Rule.named(names),
        (today, day) -> Dates.date(today, day.getDayOfMonth(), day.getMonth(), null));
  }
}

package io.rendezvous.dates;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Makes rules for days that come back out of rules for their parts. */
final class RepeatedDays {
  static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  static final Set<DayOfWeek> WEEK_END = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private RepeatedDays() {}

  /** One weekday or several. */
  static Rule<Set<DayOfWeek>> list(Rule<DayOfWeek> weekday, Rule<String> and) {
    return Rule.chain(
        weekday.map(Set::of),
        weekday.after(and).map(Set::of),
        (some, more) -> {
          var all = EnumSet.copyOf(some);
          all.addAll(more);
          return Optional.of(all);
        });
  }

  static Rule<RepeatedDay> ofWeek(Rule<Set<DayOfWeek>> weekdays) {
    return weekdays.map(RepeatedDay.Weekdays::new);
  }

  static Rule<RepeatedDay> ofMonth(Rule<Nth> days) {
    return days.when(nth -> nth.nth() <= 31).map(Nth::repeated);
  }

  /** A day that no year has is none. */
  static Rule<RepeatedDay> ofYear(Rule<Written> dates) {
    return dates
        .when(date -> date.day() >= 1 && date.day() <= date.month().maxLength())
        .map(date -> new RepeatedDay.DayOfYear(MonthDay.of(date.month(), date.day())));
  }

  /** A period and the days in it, in either order: every month on the 3rd, le 3 de chaque mois. */
  static Rule<Recurrence> in(
      Rule<Recurrence> period, Frequency frequency, Rule<RepeatedDay> days, Rule<String> joint) {
    Rule<Recurrence> fitting = period.when(every -> every.frequency() == frequency);
    return Rule.either(
        fitting.before(joint.optional()).then(days, Recurrence::on),
        days.before(joint.optional()).then(fitting, (day, every) -> every.on(day)));
  }

  /** Every day but these; nothing where none is left. */
  static Optional<Recurrence> allBut(Set<DayOfWeek> weekdays) {
    return Optional.of(EnumSet.complementOf(EnumSet.copyOf(weekdays)))
        .filter(others -> !others.isEmpty())
        .map(others -> weekly(1, others));
  }

  static Recurrence weekly(int interval, Set<DayOfWeek> weekdays) {
    return Recurrence.every(interval, Frequency.WEEKLY, new RepeatedDay.Weekdays(weekdays));
  }
}

package io.rendezvous.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** A weekday of the week that is so far away: mardi dans deux semaines. */
record WeekdayAndPeriod(DayOfWeek weekday, Period away) {
  /** Nothing where the period is not of whole weeks. */
  Optional<Meaning> from(LocalDate today) {
    return away.getMonths() == 0 && away.getDays() % 7 == 0
        ? Optional.of(Dates.inWeek(today, away.getDays() / 7, weekday))
        : Optional.empty();
  }
}

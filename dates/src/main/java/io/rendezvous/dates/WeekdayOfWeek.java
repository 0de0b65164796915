package io.rendezvous.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** A weekday of the week so many weeks after this one. */
record WeekdayOfWeek(DayOfWeek weekday, int weeks) {
  static Meaning from(LocalDate today, WeekdayOfWeek said) {
    return Dates.inWeek(today, said.weeks(), said.weekday());
  }
}

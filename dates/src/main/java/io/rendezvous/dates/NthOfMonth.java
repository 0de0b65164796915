package io.rendezvous.dates;

import java.time.LocalDate;

/** The first Monday of March, the last day of the month. */
record NthOfMonth(Nth nth, Months months) {
  static Meaning from(LocalDate today, NthOfMonth said) {
    Nth nth = said.nth();
    return nth.weekday() == null
        ? said.months().day(today, nth.nth())
        : said.months().weekday(today, nth.nth(), nth.weekday());
  }
}

package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/** A month, with its year where that was said. */
record MonthOfYear(Month month, Optional<Integer> year) {
  static Meaning from(LocalDate today, MonthOfYear said) {
    return Dates.month(today, said.month(), said.year().orElse(null));
  }
}

package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as it is written: day, month and, where it was said, the year. */
record Written(int day, Month month, @Nullable Integer year) {
  static Written of(int day, Month month) {
    return new Written(day, month, null);
  }

  Written in(Optional<Integer> statedYear) {
    return new Written(day, month, statedYear.orElse(null));
  }

  Written on(int otherDay) {
    return new Written(otherDay, month, year);
  }

  Meaning from(LocalDate today) {
    return Dates.date(today, day, month, year);
  }
}

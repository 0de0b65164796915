package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Point;
import io.rendezvous.dates.Meaning.Range;
import java.time.LocalDate;
import java.util.Optional;

/** From a day to a date of the same month: du 3 au 5 janvier. */
record DatesOfMonth(int first, Written last) {
  DatesOfMonth in(Optional<Integer> year) {
    return year.isPresent() ? new DatesOfMonth(first, last.in(year)) : this;
  }

  Optional<Meaning> from(LocalDate today) {
    if (first > last.day()) {
      return Optional.empty();
    }
    Meaning start = new Written(first, last.month(), last.year()).from(today);
    Meaning end = last.from(today);
    return Optional.of(
        start instanceof Point from && end instanceof Point to
            ? new Range(from, to)
            : start instanceof Point ? end : start);
  }
}

package io.rendezvous.dates;

import java.util.Optional;

/** The beginning or the end of a part of that day, which is said next. */
record EarlyOrLate(Third third, Meaning day) {
  Optional<Said> said(DayPart part) {
    return Said.day(day).with(Said.part(part.at(third)));
  }
}

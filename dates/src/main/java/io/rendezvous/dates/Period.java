package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** From a local time to a later one, which is not part of it. */
public record Period(LocalDateTime from, LocalDateTime to) {
  static Period ofDays(LocalDate first, LocalDate last) {
    return new Period(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
  }
}

package io.rendezvous.calendar;

import java.time.Instant;

/** A stretch of time, {@code to} exclusive. */
public record Period(Instant from, Instant to) {
  public Period {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("Expected a period with an end after its start");
    }
  }
}

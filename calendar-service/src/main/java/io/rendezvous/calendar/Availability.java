package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is busy within a period.
 *
 * @param busy by start, not overlapping; null where it cannot be known
 */
public record Availability(String email, @Nullable List<Period> busy) {
  public Availability {
    requireNonNull(email, "email");
    busy = busy == null ? null : List.copyOf(busy);
  }
}

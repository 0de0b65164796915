package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What tells of an event beforehand.
 *
 * @param before the start, in whole minutes, not negative
 */
public record Reminder(Method method, Duration before) {
  public Reminder {
    requireNonNull(method, "method");
    before = Duration.ofMinutes(before.toMinutes());
    if (before.isNegative()) {
      throw new IllegalArgumentException("Expected a reminder before the start, but it is after");
    }
  }

  /** How it tells. */
  public enum Method {
    POPUP,
    EMAIL
  }
}

package io.rendezvous.common.start;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double up to a limit, each cut by up to a half so that many do not try as one. */
public record Backoff(Duration first, Duration max, RandomGenerator random) {

  /** The pause after this many failures, from 1 on. */
  public Duration after(int failures) {
    // Thirty doublings of a millisecond are twelve days: no limit is beyond.
    double doubled = first.toMillis() * Math.pow(2, Math.min(failures, 31) - 1.0);
    double whole = Math.min(doubled, (double) max.toMillis());
    return Duration.ofMillis((long) (whole * (0.5 + random.nextDouble() / 2)));
  }
}

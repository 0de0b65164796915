package io.rendezvous.systemtest.proxy;

import java.time.Duration;
import java.util.Random;

/** How long bytes are on their way: evenly spread between mean - jitter and mean + jitter. */
record Delay(Duration mean, Duration jitter, long seed) {
  /** Never negative. */
  long nextNanos(Random random) {
    double place = 2 * random.nextDouble() - 1;
    return Math.max(0, mean.toNanos() + (long) (place * jitter.toNanos()));
  }
}

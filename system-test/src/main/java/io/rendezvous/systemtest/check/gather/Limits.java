package io.rendezvous.systemtest.check.gather;

import java.time.Duration;

/**
 * How long the gatherer waits.
 *
 * @param ready for broker, tables and gateway to answer at all
 * @param ends for everything to come to rest, from then on
 * @param pause between two looks
 */
public record Limits(Duration ready, Duration ends, Duration pause) {
  /** As the invariant names them. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMillis(200));

  public Limits ends(Duration other) {
    return new Limits(ready, other, pause);
  }
}

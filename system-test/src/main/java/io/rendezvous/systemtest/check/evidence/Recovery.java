package io.rendezvous.systemtest.check.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How the installation came back.
 *
 * @param healed when the fault had gone
 * @param ready when each service was seen ready after it; empty where it never was
 * @param readyLimit how long after healing a service may take
 * @param endLimit how long after healing a turn may take that was accepted before
 */
public record Recovery(
    Instant healed, Map<String, Optional<Instant>> ready, Duration readyLimit, Duration endLimit) {
  public static final Duration READY_LIMIT = Duration.ofSeconds(30);
  public static final Duration END_LIMIT = Duration.ofSeconds(60);

  public Recovery {
    ready = Map.copyOf(ready);
  }

  /** Judged by the limits that the invariant names. */
  public static Recovery of(Instant healed, Map<String, Optional<Instant>> ready) {
    return new Recovery(healed, ready, READY_LIMIT, END_LIMIT);
  }
}

package io.rendezvous.orchestrator.model.openai;

import java.time.Duration;

/**
 * What one stream may take.
 *
 * @param idle how long without a byte
 * @param endNanos when it must be over, on the clock of {@link System#nanoTime}
 * @param maxBytes how many bytes in all
 */
record StreamLimits(Duration idle, long endNanos, long maxBytes) {
  static StreamLimits of(Duration idle, Duration total, long maxBytes) {
    return new StreamLimits(idle, System.nanoTime() + total.toNanos(), maxBytes);
  }

  /** How long to wait for the next byte; not positive once the time is over. */
  Duration nextWait() {
    var left = Duration.ofNanos(endNanos - System.nanoTime());
    return left.compareTo(idle) < 0 ? left : idle;
  }
}

package io.rendezvous.orchestrator.model.provider;

import java.time.Duration;

/**
 * What one stream may take.
 *
 * @param firstByte how long until something comes
 * @param idle how long without a byte from then on
 * @param endNanos when it must be over, on the clock of {@link System#nanoTime}
 * @param maxBytes how many bytes in all
 */
record StreamLimits(Duration firstByte, Duration idle, long endNanos, long maxBytes) {
  /** The provider's limits, within what is left of the turn. */
  static StreamLimits of(ProviderLimits limits, Duration left) {
    Duration total = limits.total().compareTo(left) < 0 ? limits.total() : left;
    return new StreamLimits(
        limits.firstByte(),
        limits.idle(),
        System.nanoTime() + total.toNanos(),
        limits.maxBytes().toBytes());
  }

  /** How long to wait for the head of the answer; not positive once the time is over. */
  Duration firstWait() {
    return within(firstByte);
  }

  /** How long to wait for the next byte; not positive once the time is over. */
  Duration nextWait() {
    return within(idle);
  }

  private Duration within(Duration limit) {
    var left = Duration.ofNanos(endNanos - System.nanoTime());
    return left.compareTo(limit) < 0 ? left : limit;
  }
}

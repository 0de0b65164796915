package io.rendezvous.orchestrator.stream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets a decision that comes alone be committed at once, and those that come close together be
 * committed together, for a commit costs more than a decision. One for all partitions, since a
 * commit of one commits them all.
 */
final class CommitPace {
  private final long spacingMillis;
  private final AtomicLong asked = new AtomicLong();

  CommitPace(Duration spacing) {
    this.spacingMillis = spacing.toMillis();
  }

  /** Whether to ask for a commit now; if not, one comes within Kafka Streams' commit interval. */
  boolean isDue(long nowMillis) {
    long last = asked.get();
    return nowMillis - last >= spacingMillis && asked.compareAndSet(last, nowMillis);
  }
}

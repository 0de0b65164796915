package io.rendezvous.history.listener;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How old the oldest record is that was read and is not yet in the tables. */
final class OpenBatches {
  private final Map<Integer, Long> writtenByPartition = new ConcurrentHashMap<>();
  private final InstantSource clock;

  OpenBatches(MeterRegistry meters, InstantSource clock) {
    this.clock = clock;
    Gauge.builder("rendezvous.projection.oldest", this::oldestSeconds)
        .baseUnit("seconds")
        .register(meters);
  }

  /** A record of this partition is to be written; one that is older stays the oldest. */
  void begin(int partition, long writtenMillis) {
    writtenByPartition.merge(partition, writtenMillis, Math::min);
  }

  /** All that was read of this partition is written, or is not ours any more. */
  void end(int partition) {
    writtenByPartition.remove(partition);
  }

  private double oldestSeconds() {
    long now = clock.millis();
    return writtenByPartition.values().stream()
            .mapToLong(written -> Math.max(0, now - written))
            .max()
            .orElse(0)
        / 1_000.0;
  }
}

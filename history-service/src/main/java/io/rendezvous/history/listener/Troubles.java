package io.rendezvous.history.listener;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Which partitions stand still, and why; the health and a gauge tell. */
final class Troubles implements HealthIndicator {
  /** Why a partition stands still. */
  enum Trouble {
    /** A decision is missing before the one that comes next. */
    GAP,
    /** The tables or the dead letters could not be written; it is tried again. */
    WRITES_FAIL
  }

  private final Map<Integer, Trouble> byPartition = new ConcurrentHashMap<>();

  Troubles(MeterRegistry meters) {
    for (Trouble trouble : Trouble.values()) {
      meters.gauge(
          "rendezvous.projection.stopped",
          Tags.of("trouble", trouble.name().toLowerCase(Locale.ROOT)),
          byPartition,
          all -> all.values().stream().filter(trouble::equals).count());
    }
  }

  void begin(int partition, Trouble trouble) {
    byPartition.put(partition, trouble);
  }

  void end(int partition) {
    byPartition.remove(partition);
  }

  @Override
  public Health health() {
    Health.Builder health = byPartition.isEmpty() ? Health.up() : Health.down();
    byPartition.forEach(
        (partition, trouble) -> health.withDetail("partition " + partition, trouble.name()));
    return health.build();
  }
}

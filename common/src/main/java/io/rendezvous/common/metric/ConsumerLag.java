package io.rendezvous.common.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many records a consumer has before it, as it learned with its last fetch. */
public final class ConsumerLag {
  private static final String NAME = "records-lag";

  private ConsumerLag() {}

  /** Shows the lag of this process's part in a group. */
  public static void show(MeterRegistry meters, String group, LongSupplier lag) {
    Gauge.builder("rendezvous.consumer.lag", lag::getAsLong)
        .tag("group", group)
        .strongReference(true)
        .register(meters);
  }

  /** The lag over all partitions, by the metrics of Kafka's own client. */
  public static long of(Map<MetricName, ? extends Metric> client) {
    double lag = 0;
    for (var metric : client.entrySet()) {
      if (metric.getKey().name().equals(NAME)
          && metric.getValue().metricValue() instanceof Double records
          && Double.isFinite(records)) {
        lag += records;
      }
    }
    return Math.round(lag);
  }
}

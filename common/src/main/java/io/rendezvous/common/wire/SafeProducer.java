package io.rendezvous.common.wire;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings with which a producer's own tries lose, repeat and reorder nothing. */
public final class SafeProducer {
  private SafeProducer() {}

  /**
   * Settings for a Kafka producer, to which the caller adds the broker, serializers and limits.
   *
   * <p>One request at a time: a broker that has just started may refuse a first batch (it does not
   * lead the partition yet) and take the second, after which it refuses the first until the
   * delivery times out.
   */
  public static Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
        1,
        ProducerConfig.LINGER_MS_CONFIG,
        0);
  }
}

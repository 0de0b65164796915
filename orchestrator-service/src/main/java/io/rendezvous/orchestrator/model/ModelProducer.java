package io.rendezvous.orchestrator.model;

import io.rendezvous.common.wire.SafeProducer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producer of deltas, reports and dead letters. */
final class ModelProducer {
  /** A dead letter is somewhat larger than the record that it is made of. */
  private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

  private ModelProducer() {}

  static Producer<String, byte[]> of(Map<String, Object> given) {
    var settings = new HashMap<>(given);
    settings.putAll(SafeProducer.settings());
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return new KafkaProducer<>(settings);
  }
}

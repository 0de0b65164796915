package io.rendezvous.systemtest.records;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Where a record stands in the log. */
public record RecordPlace(String topic, int partition, long offset) {
  public static RecordPlace of(ConsumerRecord<?, ?> record) {
    return new RecordPlace(record.topic(), record.partition(), record.offset());
  }

  static RecordPlace of(RecordMetadata written) {
    return new RecordPlace(written.topic(), written.partition(), written.offset());
  }
}

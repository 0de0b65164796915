package io.rendezvous.systemtest.check.gather;

import io.rendezvous.systemtest.check.evidence.Place;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as the broker gave it. */
record RawRecord(Place place, ConsumerRecord<String, byte[]> record) {
  static RawRecord of(ConsumerRecord<String, byte[]> record) {
    return new RawRecord(new Place(record.topic(), record.partition(), record.offset()), record);
  }
}

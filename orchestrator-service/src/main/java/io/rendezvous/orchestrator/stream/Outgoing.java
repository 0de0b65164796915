package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.topic.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The data of a record on its way out, and the topic that it goes to. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outgoing(Topic topic, byte[] data) {

  /** Writes the data; outgoing records are never read back. */
  static Serde<Outgoing> serde() {
    return Serdes.serdeFrom(
        (_, outgoing) -> outgoing.data(),
        (_, _) -> {
          throw new IllegalStateException(
              "Expected outgoing records to be written only, but one is read");
        });
  }
}

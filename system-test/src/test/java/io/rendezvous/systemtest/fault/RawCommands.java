package io.rendezvous.systemtest.fault;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.systemtest.records.RawRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages of our own as records to be written past the services. */
final class RawCommands {
  private static final Codec CODEC = new Codec("system-test");

  private RawCommands() {}

  static RawRecord of(Topic topic, ConversationId conversation, Object message, Instant at) {
    String id = UUID.randomUUID().toString();
    var record = CODEC.encode(topic, conversation.value(), message, id, at, null);
    return RawRecord.of(record.topic(), record.key(), record.value())
        .withHeaders(List.of(record.headers().toArray()));
  }
}

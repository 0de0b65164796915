package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.orchestrator.conversation.Consequences;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.stream.Deciding.Decided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes the records that a decision leads to: its own, and those that make others work. */
final class Encoder {
  private final Codec codec;

  Encoder(Codec codec) {
    this.codec = codec;
  }

  /**
   * The records, in the order in which they are to be written.
   *
   * @throws RecordTooLarge if one is larger than its topic takes
   */
  List<Record<String, Outgoing>> encode(
      Conversation before, Decided decided, @Nullable String traceparent) throws RecordTooLarge {
    Decision decision = decided.decision();
    Conversation after = decided.after();
    var records = new ArrayList<Record<String, Outgoing>>();
    var envelope = new Envelope(decision, traceparent);
    records.add(record(Topics.HISTORY, decision, envelope, "decision"));
    Consequences.modelCall(decision, after)
        .ifPresent(call -> records.add(record(Topics.MODEL_CALLS, call, envelope, "model")));
    Consequences.toolCalls(decision, after)
        .forEach(
            routed ->
                records.add(
                    record(routed.topic(), routed.call(), envelope, routed.call().call().value())));
    Consequences.stop(decision, before)
        .ifPresent(stop -> records.add(record(Topics.CONTROL, stop, envelope, "stop")));
    for (var record : records) {
      RecordTooLarge.check(record.value());
    }
    return records;
  }

  /** A timer that is due. */
  Record<String, Outgoing> timer(
      ConversationId conversation, Object timer, String id, Instant now) {
    return outgoing(
        Topics.TIMERS,
        codec.encode(Topics.TIMERS, conversation.value(), timer, id, now, null),
        now);
  }

  private record Envelope(Decision decision, @Nullable String traceparent) {}

  private Record<String, Outgoing> record(
      Topic topic, Object message, Envelope envelope, String part) {
    Decision decision = envelope.decision();
    String key = topic.equals(Topics.CONTROL) ? null : decision.conversation().value();
    String id = decision.conversation() + "/" + decision.firstSequence() + "/" + part;
    return outgoing(
        topic,
        codec.encode(topic, key, message, id, decision.at(), envelope.traceparent()),
        decision.at());
  }

  /** A record as Kafka Streams forwards it. */
  static Record<String, Outgoing> outgoing(
      Topic topic, ProducerRecord<String, byte[]> record, Instant at) {
    return new Record<>(
        record.key(), new Outgoing(topic, record.value()), at.toEpochMilli(), record.headers());
  }
}

package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.work.DeadLetters;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends what cannot be handled to the dead letters of its topic, in the same transaction. */
final class SettingAside {
  private final ProcessorContext<String, Outgoing> context;
  private final List<Topic> inputs;
  private final DecisionMetrics metrics;

  SettingAside(
      ProcessorContext<String, Outgoing> context, List<Topic> inputs, DecisionMetrics metrics) {
    this.context = context;
    this.inputs = inputs;
    this.metrics = metrics;
  }

  /** The record that is being read, with the reason. */
  void setAside(Record<String, byte[]> record, String reason, @Nullable String detail) {
    var read = context.recordMetadata().orElseThrow();
    Topic topic =
        inputs.stream()
            .filter(input -> input.name().equals(read.topic()))
            .findFirst()
            .orElseThrow();
    var origin = new DeadLetters.Origin(read.partition(), read.offset());
    var letter =
        DeadLetters.letter(
            topic,
            ConversationTopology.GROUP,
            origin,
            record.key(),
            record.value(),
            new RecordHeaders(record.headers()),
            reason + ": " + detail);
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    context.forward(Encoder.outgoing(topic.deadLetters(), letter, now));
    metrics.setAside(topic, reason);
  }
}

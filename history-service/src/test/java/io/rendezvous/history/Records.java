package io.rendezvous.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Decisions as records, as the decider writes them. */
public final class Records {
  private static final Codec CODEC = new Codec("orchestrator-service");

  private Records() {}

  public static ProducerRecord<String, byte[]> written(Decision decision) {
    return CODEC.encode(
        Topics.HISTORY,
        decision.conversation().value(),
        decision,
        UUID.randomUUID().toString(),
        decision.at(),
        null);
  }

  public static ConsumerRecord<String, byte[]> read(Decision decision) {
    return read(written(decision));
  }

  public static ConsumerRecord<String, byte[]> read(ProducerRecord<String, byte[]> record) {
    return new ConsumerRecord<>(
        record.topic(),
        0,
        0,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        record.key(),
        record.value(),
        new RecordHeaders(record.headers()),
        Optional.empty());
  }

  /** The same record with its data changed. */
  public static ProducerRecord<String, byte[]> changed(
      Decision decision, UnaryOperator<String> change) {
    var record = written(decision);
    var data = change.apply(new String(record.value(), UTF_8));
    return new ProducerRecord<>(
        record.topic(), null, record.key(), data.getBytes(UTF_8), record.headers());
  }
}

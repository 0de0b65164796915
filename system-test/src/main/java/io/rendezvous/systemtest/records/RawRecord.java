package io.rendezvous.systemtest.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they shall stand in a topic.
 *
 * @param partition null leaves it to the key, as services do
 * @param timestamp null is now
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawRecord(
    String topic,
    @Nullable Integer partition,
    @Nullable String key,
    byte @Nullable [] value,
    List<Header> headers,
    @Nullable Instant timestamp) {
  public RawRecord {
    headers = List.copyOf(headers);
  }

  public static RawRecord of(String topic, @Nullable String key, byte @Nullable [] value) {
    return new RawRecord(topic, null, key, value, List.of(), null);
  }

  public static RawRecord of(String topic, @Nullable String key, String value) {
    return of(topic, key, value.getBytes(UTF_8));
  }

  static RawRecord of(ProducerRecord<String, byte[]> record) {
    return of(record.topic(), record.key(), record.value())
        .withHeaders(List.of(record.headers().toArray()));
  }

  /** The same bytes with the same time, wherever its key leads. */
  public static RawRecord copyOf(ConsumerRecord<String, byte[]> record) {
    return of(record.topic(), record.key(), record.value())
        .withHeaders(List.of(record.headers().toArray()))
        .at(Instant.ofEpochMilli(record.timestamp()));
  }

  public RawRecord to(int newPartition) {
    return new RawRecord(topic, newPartition, key, value, headers, timestamp);
  }

  public RawRecord withKey(@Nullable String newKey) {
    return new RawRecord(topic, partition, newKey, value, headers, timestamp);
  }

  public RawRecord withValue(byte @Nullable [] newValue) {
    return new RawRecord(topic, partition, key, newValue, headers, timestamp);
  }

  public RawRecord withHeaders(List<Header> newHeaders) {
    return new RawRecord(topic, partition, key, value, newHeaders, timestamp);
  }

  public RawRecord at(Instant time) {
    return new RawRecord(topic, partition, key, value, headers, time);
  }

  /** The same but for one header, which it may have had or not. */
  public RawRecord withHeader(String name, String text) {
    var changed = new RecordHeaders(headers.toArray(Header[]::new));
    changed.remove(name).add(name, text.getBytes(UTF_8));
    return withHeaders(List.of(changed.toArray()));
  }

  ProducerRecord<String, byte[]> toSend() {
    Long time = timestamp == null ? null : timestamp.toEpochMilli();
    return new ProducerRecord<>(topic, partition, time, key, value, headers);
  }
}

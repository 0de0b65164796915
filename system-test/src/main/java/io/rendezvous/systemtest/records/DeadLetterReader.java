package io.rendezvous.systemtest.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.work.DeadLetters;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Finds the dead letters of a record by where it stood, whatever its key. */
public final class DeadLetterReader {
  private final TopicReader reader;

  private DeadLetterReader(TopicReader reader) {
    this.reader = reader;
  }

  public static DeadLetterReader of(String bootstrapServers) {
    return new DeadLetterReader(TopicReader.of(bootstrapServers));
  }

  /** The first dead letter of the record, waited for. */
  public ConsumerRecord<String, byte[]> await(RecordPlace origin, Duration limit) {
    return reader.await(origin.topic() + "-dlt", letter -> isOf(letter, origin), limit);
  }

  /** All of them up to now: one for each group that could not read the record. */
  public List<ConsumerRecord<String, byte[]>> all(RecordPlace origin) {
    return reader.committed(origin.topic() + "-dlt").stream()
        .filter(letter -> isOf(letter, origin))
        .toList();
  }

  /** Why it was set aside, such as {@code BAD_DATA: …}. */
  public static String reason(ConsumerRecord<String, byte[]> letter) {
    return header(letter, DeadLetters.REASON);
  }

  /** What a dead letter tells in a header; empty where it does not. */
  public static String header(ConsumerRecord<String, byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }

  private static boolean isOf(ConsumerRecord<String, byte[]> letter, RecordPlace origin) {
    return header(letter, DeadLetters.PARTITION).equals(Integer.toString(origin.partition()))
        && header(letter, DeadLetters.OFFSET).equals(Long.toString(origin.offset()));
  }
}

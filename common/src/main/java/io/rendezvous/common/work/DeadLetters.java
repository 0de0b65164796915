package io.rendezvous.common.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets aside what could not be read or handled, as it was read and with the reason. */
public final class DeadLetters {
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  public static final String REASON = "dlt-reason";
  public static final String ERROR = "dlt-error";
  public static final String GROUP = "dlt-group";
  public static final String TOPIC = "dlt-topic";
  public static final String PARTITION = "dlt-partition";
  public static final String OFFSET = "dlt-offset";

  /** There where key, headers or value were too large to be kept whole. */
  public static final String CUT = "dlt-cut";

  /** No key of ours comes near; a longer one is rubbish. */
  private static final int MAX_KEY_CHARACTERS = 1024;

  private static final int MAX_HEADER_BYTES = 32 * 1024;

  /** Room for our own headers and what Kafka writes around a record. */
  private static final int MARGIN_BYTES = 8 * 1024;

  private final Publisher publisher;
  private final Topic topic;
  private final String group;

  /** Where a record was read. */
  public record Origin(int partition, long offset) {}

  /** For what this group reads from this topic. */
  public DeadLetters(Publisher publisher, Topic topic, String group) {
    this.publisher = publisher;
    this.topic = topic;
    this.group = group;
  }

  /**
   * The dead letter of a record; its own timestamp tells when it was given up.
   *
   * @param reason without personal text
   */
  public static ProducerRecord<String, byte[]> letter(
      Topic topic,
      String group,
      Origin origin,
      @Nullable String key,
      byte @Nullable [] value,
      Headers headers,
      String reason) {
    boolean keyFits = key == null || key.length() <= MAX_KEY_CHARACTERS;
    boolean headersFit = size(headers) <= MAX_HEADER_BYTES;
    // The broker's limit is on compressed batches: what it once took may be too large as it is.
    int room =
        topic.deadLetters().maxRecordBytes()
            - MAX_KEY_CHARACTERS * 3
            - MAX_HEADER_BYTES
            - MARGIN_BYTES;
    boolean valueFits = value == null || value.length <= room;
    Headers all = headersFit ? new RecordHeaders(headers) : new RecordHeaders();
    put(all, REASON, reason);
    put(all, GROUP, group);
    put(all, TOPIC, topic.name());
    put(all, PARTITION, Integer.toString(origin.partition()));
    put(all, OFFSET, Long.toString(origin.offset()));
    if (!(keyFits && headersFit && valueFits)) {
      put(all, CUT, "true");
    }
    return new ProducerRecord<>(
        topic.deadLetters().name(),
        null,
        key == null || keyFits ? key : key.substring(0, MAX_KEY_CHARACTERS),
        value == null || valueFits ? value : Arrays.copyOf(value, room),
        all);
  }

  /**
   * Writes the dead letter of a record; done when acknowledged.
   *
   * @param cause of which the class is told, but not the message, unless it is an {@link
   *     UnreadableRecord}
   */
  public CompletableFuture<Void> publish(ConsumerRecord<String, byte[]> record, Exception cause) {
    return publisher
        .send(letter(record, record.value(), cause))
        .exceptionallyCompose(
            failure -> {
              if (!(failure instanceof RecordTooLargeException)) {
                return CompletableFuture.failedFuture(failure);
              }
              var letter = letter(record, null, cause);
              put(letter.headers(), CUT, "true");
              return publisher.send(letter);
            });
  }

  /** As {@link #publish}, for a reader that goes on at once: a failure is only logged. */
  public void post(ConsumerRecord<String, byte[]> record, UnreadableRecord cause) {
    var _ =
        publish(record, cause)
            .whenComplete(
                (_, failure) -> {
                  if (failure != null) {
                    log.warn("A bad record of {} was not set aside", topic.name(), failure);
                  }
                });
  }

  private ProducerRecord<String, byte[]> letter(
      ConsumerRecord<String, byte[]> record, byte @Nullable [] value, Exception cause) {
    var origin = new Origin(record.partition(), record.offset());
    var letter = letter(topic, group, origin, record.key(), value, record.headers(), reason(cause));
    put(letter.headers(), ERROR, cause.getClass().getName());
    return letter;
  }

  /** In one word why a record is set aside. */
  static String kind(Exception cause) {
    return cause instanceof UnreadableRecord unreadable
        ? unreadable.reason().name()
        : DeadLetterCounts.GAVE_UP;
  }

  /** Other exceptions' messages may hold personal text, so only an unreadable record's is told. */
  static String reason(Exception cause) {
    return cause instanceof UnreadableRecord unreadable
        ? unreadable.reason() + ": " + unreadable.getMessage()
        : DeadLetterCounts.GAVE_UP + ": every try failed";
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }

  private static int size(Headers headers) {
    int size = 0;
    for (Header header : headers) {
      byte[] value = header.value();
      size += header.key().length() * 3 + (value == null ? 0 : value.length) + 16;
    }
    return size;
  }
}

package io.rendezvous.systemtest.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.topic.Topic;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;

/** Records that must end as dead letters; most are made by spoiling a good one. */
public final class PoisonRecords {
  private PoisonRecords() {}

  /** Text without any of CloudEvents' headers. */
  public static RawRecord notAnEvent(Topic topic, @Nullable String key) {
    return RawRecord.of(topic.name(), key, "not an event");
  }

  /** Headers of a good record, and the first half of its data. */
  public static RawRecord badJson(RawRecord good) {
    byte[] value = value(good);
    return good.withValue(Arrays.copyOf(value, value.length / 2));
  }

  /** A contract that exists, in a topic that does not carry it. */
  public static RawRecord wrongType(RawRecord good) {
    String type = good.topic().equals("reply-deltas") ? "model.stop" : "reply.delta";
    return good.withHeader("ce_type", type)
        .withValue(("{\"type\":\"" + type + "\"}").getBytes(UTF_8));
  }

  /** An envelope of a version of CloudEvents that does not exist. */
  public static RawRecord unknownVersion(RawRecord good) {
    return good.withHeader("ce_specversion", "9.9");
  }

  public static RawRecord nullKey(RawRecord good) {
    return good.withKey(null);
  }

  /** A good record about one conversation under the key of another. */
  public static RawRecord foreignKey(RawRecord good, ConversationId other) {
    return good.withKey(other.value());
  }

  /** Somebody's record about a conversation that bears another user's mark. */
  public static RawRecord foreignOwner(Topic topic, UserId stranger, ConversationId conversation) {
    return GoodRecords.of(topic, stranger, conversation);
  }

  /** The record grown to the last byte that its topic takes, by spaces at the end. */
  public static RawRecord largest(Topic topic, RawRecord record) {
    return grown(record, topic.maxRecordBytes());
  }

  /** One byte more than {@link #largest}: the broker refuses it. */
  public static RawRecord tooLarge(Topic topic, RawRecord record) {
    return grown(record, topic.maxRecordBytes() + 1);
  }

  private static RawRecord grown(RawRecord record, int batchBytes) {
    byte[] value = value(record);
    byte[] padded = value;
    // The sizes of sizes grow too, so the first step may go a few bytes too far.
    for (int missing = batchBytes;
        missing != 0;
        missing = batchBytes - batchBytes(record, padded)) {
      padded = Arrays.copyOf(padded, padded.length + missing);
    }
    Arrays.fill(padded, value.length, padded.length, (byte) ' ');
    return record.withValue(padded);
  }

  private static int batchBytes(RawRecord record, byte[] value) {
    String key = record.key();
    var alone =
        new SimpleRecord(
            0,
            key == null ? null : key.getBytes(UTF_8),
            value,
            record.headers().toArray(Header[]::new));
    return DefaultRecordBatch.sizeInBytes(List.of(alone));
  }

  private static byte[] value(RawRecord record) {
    byte[] value = record.value();
    return value == null ? new byte[0] : value;
  }
}

package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.ConversationId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which decisions may leave the tail: the tables have them and they are old, or room is needed. */
final class Retention {
  /** What a decision takes beside its data: its conversation's own objects, where it is alone. */
  private static final int DECISION_BYTES = 1024;

  /** What an event takes beside its data: its objects, and the names in them. */
  private static final int EVENT_BYTES = 512;

  /**
   * A decision that the tail holds.
   *
   * @param bytes about how much memory it takes
   */
  record Held(ConversationId conversation, long lastSequence, long offset, int bytes, Instant at) {
    static Held of(ConsumerRecord<String, byte[]> record, Decision decision, Instant now) {
      return new Held(
          decision.conversation(),
          decision.lastSequence(),
          record.offset(),
          record.serializedValueSize() + DECISION_BYTES + EVENT_BYTES * decision.events().size(),
          now);
    }
  }

  /** Takes a decision out of the tail. */
  interface Release {
    void forget(ConversationId conversation, long through);
  }

  private final Map<Integer, Deque<Held>> partitions = new HashMap<>();
  private final long maxBytes;
  private final Release release;
  private long bytes;

  Retention(long maxBytes, Release release) {
    this.maxBytes = maxBytes;
    this.release = release;
  }

  void add(int partition, Held decision) {
    var held = partitions.computeIfAbsent(partition, _ -> new ArrayDeque<>());
    held.add(decision);
    bytes += decision.bytes();
    // What goes for want of room is read from the tables, once the projection has it.
    while (bytes > maxBytes && held.size() > 1) {
      drop(held);
    }
  }

  /** Lets go of what is older than that and below its partition's covered offset. */
  void sweep(Map<Integer, Long> covered, Instant olderThan) {
    partitions.forEach(
        (partition, held) -> {
          long below = covered.getOrDefault(partition, 0L);
          while (!held.isEmpty()
              && held.getFirst().offset() < below
              && held.getFirst().at().isBefore(olderThan)) {
            drop(held);
          }
        });
  }

  private void drop(Deque<Held> held) {
    Held oldest = held.removeFirst();
    bytes -= oldest.bytes();
    release.forget(oldest.conversation(), oldest.lastSequence());
  }

  long bytes() {
    return bytes;
  }
}

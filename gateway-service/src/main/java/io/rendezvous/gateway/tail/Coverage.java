package io.rendezvous.gateway.tail;

import io.rendezvous.common.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the projection has written the log into the tables, by partition. */
final class Coverage {
  private final Admin admin;
  private final String group;
  private volatile Map<Integer, Long> latest = Map.of();

  Coverage(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  /** Looks it up now. */
  Map<Integer, Long> read() throws ExecutionException, InterruptedException {
    latest = byPartition(committed().get());
    return latest;
  }

  /** As of the last look-up that succeeded. */
  Map<Integer, Long> latest() {
    return latest;
  }

  /** Looks it up without waiting. */
  @SuppressWarnings("FutureReturnValueIgnored") // a failure leaves what was known before
  void refresh() {
    committed()
        .whenComplete(
            (committed, failure) -> {
              if (failure == null) {
                latest = byPartition(committed);
              }
            });
  }

  private KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> committed() {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
  }

  private static Map<Integer, Long> byPartition(Map<TopicPartition, OffsetAndMetadata> committed) {
    var offsets = new HashMap<Integer, Long>();
    committed.forEach(
        (partition, offset) -> {
          // Kafka has null for a partition without a commit.
          if (partition.topic().equals(Topics.HISTORY.name()) && offset != null) {
            offsets.put(partition.partition(), offset.offset());
          }
        });
    return Map.copyOf(offsets);
  }
}

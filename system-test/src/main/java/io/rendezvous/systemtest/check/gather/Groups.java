package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services' consumer groups have come with what they read. */
final class Groups {
  /** Who reads what; gateways read without a group. */
  static final Map<String, List<Topic>> READ =
      Map.of(
          "orchestrator", List.of(Topics.PROMPTS, Topics.OUTCOMES, Topics.TIMERS),
          "model-workers", List.of(Topics.MODEL_CALLS),
          "calendar-service", List.of(Topics.CALENDAR_CALLS),
          "history-projection", List.of(Topics.HISTORY));

  /** A partition that a group has not done. */
  record Behind(String group, TopicPartition partition, long done, long wanted) {
    @Override
    public String toString() {
      return group + " done with " + partition + " up to " + done + " of " + wanted;
    }
  }

  private final Admin admin;

  Groups(Admin admin) {
    this.admin = admin;
  }

  /** Where groups have not committed beyond the last record of a partition. */
  List<Behind> behind(Map<TopicPartition, Long> lasts)
      throws ExecutionException, InterruptedException {
    var behind = new ArrayList<Behind>();
    for (var group : new TreeMap<>(READ).entrySet()) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group.getKey()).partitionsToOffsetAndMetadata().get();
      lasts.forEach(
          (partition, last) -> {
            boolean reads =
                group.getValue().stream().anyMatch(it -> it.name().equals(partition.topic()));
            OffsetAndMetadata mark = committed.get(partition);
            long done = mark == null ? 0 : mark.offset();
            if (reads && done <= last) {
              behind.add(new Behind(group.getKey(), partition, done, last + 1));
            }
          });
    }
    return List.copyOf(behind);
  }
}

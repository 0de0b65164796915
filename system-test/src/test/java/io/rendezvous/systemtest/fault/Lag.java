package io.rendezvous.systemtest.fault;

import static java.util.stream.Collectors.toMap;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.systemtest.deployment.Deployment;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a group is behind. */
final class Lag {
  private Lag() {}

  /** In offsets; a mark of a transaction after the last record counts for nothing. */
  static long of(Deployment deployment, String group, Topic topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", deployment.bootstrapServers()))) {
      var done = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var ends =
          admin
              .listOffsets(
                  IntStream.range(0, topic.partitions())
                      .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                      .collect(toMap(partition -> partition, _ -> OffsetSpec.latest())))
              .all()
              .get();
      long lag = 0;
      for (var end : ends.entrySet()) {
        var mark = done.get(end.getKey());
        long behind = end.getValue().offset() - (mark == null ? 0 : mark.offset());
        lag += behind <= 1 ? 0 : behind;
      }
      return lag;
    }
  }
}

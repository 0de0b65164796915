package io.rendezvous.systemtest;

import static java.util.stream.Collectors.toMap;

import io.rendezvous.common.topic.Topic;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How long topics are. */
final class LogEnds {
  private LogEnds() {}

  /** How many records were ever written to it, over all partitions. */
  static long of(Topic topic) throws Exception {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", Stack.rendezvous().bootstrapServers()))) {
      return admin
          .listOffsets(
              IntStream.range(0, topic.partitions())
                  .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                  .collect(toMap(partition -> partition, _ -> OffsetSpec.latest())))
          .all()
          .get()
          .values()
          .stream()
          .mapToLong(end -> end.offset())
          .sum();
    }
  }
}

package io.rendezvous.gateway;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.testsupport.TestKafka;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Says how far a projection has come. */
final class Projected {
  private Projected() {}

  /** A new group that has projected all that is in the log. */
  static String all() {
    String group = "projection-" + UUID.randomUUID();
    commitEnd(group);
    return group;
  }

  static void commitEnd(String group) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
      var latest = new HashMap<TopicPartition, OffsetSpec>();
      for (int i = 0; i < Topics.HISTORY.partitions(); i++) {
        latest.put(new TopicPartition(Topics.HISTORY.name(), i), OffsetSpec.latest());
      }
      var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
      admin
          .listOffsets(latest)
          .all()
          .get()
          .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end.offset())));
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

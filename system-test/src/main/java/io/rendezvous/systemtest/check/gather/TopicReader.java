package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics whole, committed records only, and goes on where it was when asked again. */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final List<RawRecord> records = new ArrayList<>();
  private final Map<TopicPartition, Long> lasts = new HashMap<>();

  TopicReader(String bootstrapServers, List<Topic> topics) {
    this(bootstrapServers, topics, Map.of());
  }

  /** Reads from these offsets on; a partition that is not named, from its beginning. */
  TopicReader(String bootstrapServers, List<Topic> topics, Map<TopicPartition, Long> from) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                8 << 20,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        topics.stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    from.forEach(consumer::seek);
  }

  /**
   * Reads up to the ends that are committed now.
   *
   * @return those ends
   * @throws org.apache.kafka.common.errors.TimeoutException if the broker does not answer
   */
  Map<TopicPartition, Long> readToEnds() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        records.add(RawRecord.of(record));
        lasts.put(new TopicPartition(record.topic(), record.partition()), record.offset());
      }
    }
    return ends;
  }

  /** The ends that are committed now. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  List<TopicPartition> partitions() {
    return partitions;
  }

  /** All that was read, each partition's in its order. */
  List<RawRecord> records() {
    return List.copyOf(records);
  }

  /** The last record of each partition; markers of transactions are none. */
  Map<TopicPartition, Long> lasts() {
    return Map.copyOf(lasts);
  }

  @Override
  public void close() {
    consumer.close();
  }
}

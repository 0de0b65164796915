package io.rendezvous.gateway.tail;

import io.rendezvous.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads all of {@code history} and {@code reply-deltas} from given places on. */
final class TailConsumer implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private Map<TopicPartition, Long> ends = Map.of();
  private boolean reachedEnd;

  TailConsumer(Consumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Starts where the tables end, and that far back in the text on its way.
   *
   * @param covered the offset by partition of {@code history} up to which the tables reach
   */
  void start(Map<Integer, Long> covered, Instant repliesSince) {
    var history = partitions(Topics.HISTORY.name());
    var replies = partitions(Topics.REPLY_DELTAS.name());
    var all = Stream.concat(history.stream(), replies.stream()).toList();
    consumer.assign(all);
    ends = consumer.endOffsets(all);
    consumer.seekToBeginning(history);
    for (TopicPartition partition : history) {
      Long offset = covered.get(partition.partition());
      if (offset != null) {
        consumer.seek(partition, offset);
      }
    }
    var times = new HashMap<TopicPartition, Long>();
    replies.forEach(partition -> times.put(partition, repliesSince.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) ->
                consumer.seek(
                    partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map((PartitionInfo info) -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  ConsumerRecords<String, byte[]> poll(Duration atMost) {
    return consumer.poll(atMost);
  }

  /** Whether all has been read that was there at the start. */
  boolean reachedEnd() {
    if (!reachedEnd) {
      reachedEnd =
          ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
    return reachedEnd;
  }

  /** How many records of the log are written and not yet read here. */
  long lag() {
    return consumer.assignment().stream()
        .map(consumer::currentLag)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .sum();
  }

  /** How many offsets of {@code history} have been read here beyond what the tables hold. */
  long beyond(Map<Integer, Long> covered) {
    return consumer.assignment().stream()
        .filter(partition -> partition.topic().equals(Topics.HISTORY.name()))
        .mapToLong(
            partition ->
                Math.max(
                    0,
                    consumer.position(partition) - covered.getOrDefault(partition.partition(), 0L)))
        .sum();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
  }
}

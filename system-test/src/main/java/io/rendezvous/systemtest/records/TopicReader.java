package io.rendezvous.systemtest.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning, in no group. */
public final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String servers;

  private TopicReader(String servers) {
    this.servers = servers;
  }

  public static TopicReader of(String bootstrapServers) {
    return new TopicReader(bootstrapServers);
  }

  /** All that is committed and stands in the topic now, in order within each partition. */
  public List<ConsumerRecord<String, byte[]>> committed(String topic) {
    try (var consumer = consumer()) {
      List<TopicPartition> all = assignAll(consumer, topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (all.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
        for (var record : consumer.poll(POLL)) {
          if (record.offset()
              < ends.getOrDefault(new TopicPartition(topic, record.partition()), 0L)) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  /** The first record like that, waited for. */
  public ConsumerRecord<String, byte[]> await(
      String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, Duration limit) {
    try (var consumer = consumer()) {
      assignAll(consumer, topic);
      long giveUp = System.nanoTime() + limit.toNanos();
      while (System.nanoTime() < giveUp) {
        for (var record : consumer.poll(POLL)) {
          if (wanted.test(record)) {
            return record;
          }
        }
      }
    }
    throw new IllegalStateException(
        "Expected such a record in " + topic + " within " + limit + ", but found none");
  }

  /** The record that stands there. */
  public ConsumerRecord<String, byte[]> at(RecordPlace place, Duration limit) {
    return await(place.topic(), record -> RecordPlace.of(record).equals(place), limit);
  }

  private static List<TopicPartition> assignAll(KafkaConsumer<?, ?> consumer, String topic) {
    List<TopicPartition> all =
        consumer.partitionsFor(topic).stream()
            .map(found -> new TopicPartition(topic, found.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    return all;
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            servers,
            "isolation.level",
            IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT)),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}

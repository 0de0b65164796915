package io.rendezvous.systemtest.load.baseline;

import io.rendezvous.systemtest.load.measure.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record at a time from a producer to a reader of what is committed. */
final class Probe {
  /** About as large as the records of a turn. */
  private static final int VALUE_BYTES = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String bootstrapServers;

  Probe(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  void createTopics(int partitions, String... names)
      throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      for (String name : names) {
        try {
          admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
  }

  /** The time from a send to one topic to the arrival from another, or from the same. */
  Latency measure(String into, String from, int partitions, int warmUp, int samples) {
    var micros = new Histogram(3);
    try (var producer =
            new KafkaProducer<>(
                Map.<String, Object>of(
                    "bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        var consumer =
            new KafkaConsumer<>(
                Map.<String, Object>of(
                    "bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
      var all =
          IntStream.range(0, partitions)
              .mapToObj(partition -> new TopicPartition(from, partition))
              .toList();
      consumer.assign(all);
      consumer.seekToEnd(all);
      all.forEach(consumer::position);
      for (int i = 0; i < warmUp + samples; i++) {
        String key = "key-" + i;
        long sent = System.nanoTime();
        var _ = producer.send(new ProducerRecord<>(into, key, new byte[VALUE_BYTES]));
        await(consumer, key, sent);
        if (i >= warmUp) {
          micros.recordValue((System.nanoTime() - sent) / 1_000);
        }
      }
    }
    return Latency.of(micros);
  }

  private static void await(KafkaConsumer<String, byte[]> consumer, String key, long since) {
    while (System.nanoTime() - since < PATIENCE.toNanos()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
        if (record.key().equals(key)) {
          return;
        }
      }
    }
    throw new IllegalStateException("Expected " + key + " to come back, but it did not");
  }
}

package io.rendezvous.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.systemtest.client.Client;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterTest {
  /** The tables on disk may still be behind the turns of other tests. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Client user = Stack.newUser();

  static Stream<String> topics() {
    return Topics.ALL.stream().map(Topic::name).filter(name -> !name.endsWith("-dlt"));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void a_bad_record_is_set_aside_with_the_reason_and_the_next_is_handled(String topic)
      throws Exception {
    String key = "bad-" + UUID.randomUUID();
    write(topic, key);

    ConsumerRecord<String, byte[]> letter = letter(topic + "-dlt", key);

    assertThat(header(letter, DeadLetters.REASON)).startsWith("NOT_AN_EVENT");
    assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(topic);
    assertThat(new String(letter.value(), UTF_8)).isEqualTo("not an event");
  }

  @Test
  void turns_go_on_in_every_partition_after_bad_records() throws Exception {
    for (String topic : topics().toList()) {
      for (int i = 0; i < 16; i++) {
        write(topic, "bad-" + UUID.randomUUID());
      }
    }
    for (int i = 0; i < 8; i++) {
      assertThat(user.say("Planifie un point demain à " + (9 + i) + "h").status())
          .isEqualTo("completed");
    }
    assertThat(user.calendar()).hasSize(8);
  }

  private static void write(String topic, String key) throws Exception {
    try (var producer =
        new KafkaProducer<>(servers(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, "not an event".getBytes(UTF_8))).get();
    }
  }

  private static ConsumerRecord<String, byte[]> letter(String topic, String key) {
    try (var consumer =
        new KafkaConsumer<>(servers(), new StringDeserializer(), new ByteArrayDeserializer())) {
      var all =
          consumer.partitionsFor(topic).stream()
              .map(found -> new TopicPartition(topic, found.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      long giveUp = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < giveUp) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) {
            return record;
          }
        }
      }
      throw new AssertionError("Expected a dead letter in " + topic + ", but found none");
    }
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static Map<String, Object> servers() {
    return Map.of("bootstrap.servers", Stack.rendezvous().bootstrapServers());
  }
}

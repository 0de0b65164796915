package io.rendezvous.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class DecidesOnTheRealBrokerTest {
  private static final UserId ANA = new UserId("u-ana");
  private static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);
  @TempDir static Path state;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    service =
        OrchestratorService.application()
            .run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                "--rendezvous.orchestrator.state-dir=" + state,
                "--rendezvous.dynamodb.endpoint="
                    + TestDynamoDb.settings("orchestrator-").endpoint(),
                "--rendezvous.dynamodb.table-prefix=orchestrator-",
                "--rendezvous.secrets.master-key=" + key,
                "--rendezvous.secrets.id-key=" + key);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_prompt_becomes_a_decision_and_a_bad_record_a_dead_letter() {
    ConversationId conversation = MARKS.mint(ANA, "real");
    TurnId turn = TurnId.of(conversation, "key");
    var text = new Personal("sealed", 6, "digest");
    var prompt =
        new SubmitPrompt(ANA, turn, text, null, "body", PromptPolicy.ENQUEUE, Preferences.DEFAULT);
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              Topics.PROMPTS.name(),
              conversation.value(),
              "rubbish".getBytes(StandardCharsets.UTF_8)));
      producer.send(
          new Codec("test")
              .encode(
                  Topics.PROMPTS,
                  conversation.value(),
                  prompt,
                  UUID.randomUUID().toString(),
                  Instant.now(),
                  null));
    }
    List<Decision> decisions = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    try (var consumer = consumer()) {
      consumer.subscribe(List.of(Topics.HISTORY.name(), Topics.PROMPTS.deadLetters().name()));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                  if (!conversation.value().equals(record.key())) {
                    continue;
                  }
                  if (record.topic().equals(Topics.HISTORY.name())) {
                    decisions.add(read(record.headers(), record.value()));
                  } else {
                    letters.add(record.key());
                  }
                }
                return !decisions.isEmpty() && !letters.isEmpty();
              });
    }
    assertThat(decisions.getFirst().cause()).isEqualTo(prompt);
  }

  private static Decision read(Headers headers, byte[] value) {
    try {
      return Codec.decode(headers, value, Decision.class);
    } catch (UnreadableRecord e) {
      throw new AssertionError(e);
    }
  }

  private static KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            TestKafka.bootstrapServers(),
            "group.id",
            UUID.randomUUID().toString(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}

package io.rendezvous.orchestrator;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a real broker, with those who write to it and read what it decides. */
final class RunningDecider implements AutoCloseable {
  static final UserId ANA = new UserId("u-ana");
  static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);
  static final Duration LIMIT = Duration.ofSeconds(120);

  private final ConfigurableApplicationContext service;
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
          new StringSerializer(),
          new ByteArraySerializer());

  private RunningDecider(ConfigurableApplicationContext service) {
    this.service = service;
  }

  /** Returns once it decides. */
  static RunningDecider start(Path state, String... arguments) {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    Stream<String> own =
        Stream.of(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
            "--rendezvous.orchestrator.state-dir=" + state,
            "--rendezvous.dynamodb.endpoint=" + TestDynamoDb.settings("").endpoint(),
            "--rendezvous.dynamodb.table-prefix=orchestrator-",
            "--rendezvous.secrets.master-key=" + key,
            "--rendezvous.secrets.id-key=" + key);
    var decider =
        new RunningDecider(
            OrchestratorService.application()
                .run(Stream.concat(own, Arrays.stream(arguments)).toArray(String[]::new)));
    await().atMost(LIMIT).until(decider::isWell);
    return decider;
  }

  boolean isWell() {
    return service
        .getBean(HealthEndpoint.class)
        .healthForPath("decider")
        .getStatus()
        .equals(Status.UP);
  }

  double restarts() {
    return count("rendezvous.decider.restarts");
  }

  double decisions() {
    return count("rendezvous.decisions");
  }

  private double count(String name) {
    var counters = service.getBean(MeterRegistry.class).find(name).counters();
    return counters.stream().mapToDouble(Counter::count).sum();
  }

  /** Accepted by the broker when this returns. */
  TurnId prompt(ConversationId conversation, String key, Personal text) {
    TurnId turn = TurnId.of(conversation, key);
    var prompt =
        new SubmitPrompt(ANA, turn, text, null, "body", PromptPolicy.ENQUEUE, Preferences.DEFAULT);
    producer.send(
        new Codec("test")
            .encode(
                Topics.PROMPTS,
                conversation.value(),
                prompt,
                UUID.randomUUID().toString(),
                Instant.now(),
                null));
    producer.flush();
    return turn;
  }

  /** Every event of these conversations up to the acceptance of these turns. */
  static List<NumberedEvent> eventsUntilAccepted(Set<TurnId> turns) {
    var missing = new HashSet<>(turns);
    var conversations = new HashSet<String>();
    turns.forEach(turn -> conversations.add(turn.conversation().value()));
    var events = new ArrayList<NumberedEvent>();
    try (var consumer = consumer()) {
      consumer.subscribe(List.of(Topics.HISTORY.name()));
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                  if (conversations.contains(record.key())) {
                    events.addAll(read(record).events());
                  }
                }
                events.stream().flatMap(RunningDecider::accepted).forEach(missing::remove);
                return missing.isEmpty();
              });
    }
    return events;
  }

  static Stream<TurnId> accepted(NumberedEvent event) {
    return event.event() instanceof Event.PromptAccepted prompt
        ? Stream.of(prompt.turn())
        : Stream.empty();
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

  private static Decision read(ConsumerRecord<String, byte[]> record) {
    try {
      return Codec.decode(record.headers(), record.value(), Decision.class);
    } catch (UnreadableRecord e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    service.close();
  }
}

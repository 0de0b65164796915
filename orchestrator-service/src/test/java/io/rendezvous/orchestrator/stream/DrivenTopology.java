package io.rendezvous.orchestrator.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.common.command.Command;
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
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.orchestrator.budget.WorstCase;
import io.rendezvous.orchestrator.conversation.Decider;
import io.rendezvous.orchestrator.conversation.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The topology under a driver in the place of a broker. */
abstract class DrivenTopology {
  static final UserId ANA = new UserId("u-ana");
  static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);
  static final ConversationId CONVERSATION = MARKS.mint(ANA, "topology");
  static final Usage USAGE = new Usage("offline", "test", 1, 0, 1, 0, false, 1);
  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final Codec codec = new Codec("test");
  @TempDir Path state;
  TopologyTestDriver driver;

  @BeforeEach
  void start() {
    driver = driver(new Decider(Limits.DEFAULT));
  }

  final TopologyTestDriver driver(Decider decider) {
    return driver(decider, DataSize.ofMegabytes(8));
  }

  final TopologyTestDriver driver(Decider decider, DataSize cached) {
    return driver(decider, cached, START);
  }

  final TopologyTestDriver driver(Decider decider, DataSize cached, Instant start) {
    var settings =
        new DeciderSettings(
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofMinutes(2),
            16,
            16_000,
            128,
            16,
            5,
            DataSize.ofKilobytes(40),
            DataSize.ofKilobytes(16),
            2,
            Duration.ofMillis(500),
            100,
            120,
            Duration.ofMillis(30),
            cached);
    var topology =
        new ConversationTopology(
            decider,
            new WorstCase(1, 2),
            MARKS,
            settings,
            new DecisionMetrics(new SimpleMeterRegistry()));
    var builder = new StreamsBuilder();
    topology.accept(
        builder.stream(
            List.of(
                Topics.PROMPTS.name(),
                Topics.OUTCOMES.name(),
                Topics.TIMERS.name(),
                Topics.BUDGETS.name())));
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology-test");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    return new TopologyTestDriver(builder.build(), properties, start);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  final void restart(Decider decider) {
    restart(decider, START);
  }

  final void restart(Decider decider, Instant start) {
    Map<String, byte[]> kept = new HashMap<>();
    try (var entries = driver.<String, byte[]>getKeyValueStore("conversations").all()) {
      entries.forEachRemaining(entry -> kept.put(entry.key, entry.value));
    }
    driver.close();
    driver = driver(decider, DataSize.ofMegabytes(8), start);
    kept.forEach(driver.<String, byte[]>getKeyValueStore("conversations")::put);
  }

  final TurnId prompt(String key) {
    return prompt(key, text(key));
  }

  final TurnId prompt(String key, Personal text) {
    SubmitPrompt prompt = submit(ANA, key, text);
    send(Topics.PROMPTS, prompt);
    return prompt.turn();
  }

  static SubmitPrompt submit(UserId user, String key) {
    return submit(user, key, text(key));
  }

  static SubmitPrompt submit(UserId user, String key, Personal text) {
    return submit(user, key, text, Preferences.DEFAULT);
  }

  static SubmitPrompt submit(UserId user, String key, Personal text, Preferences preferences) {
    return new SubmitPrompt(
        user, TurnId.of(CONVERSATION, key), text, null, "body", PromptPolicy.ENQUEUE, preferences);
  }

  /** A short text, as far as the decider is told. */
  static Personal sealed(int bytes) {
    return new Personal("x".repeat(bytes), 10, "digest");
  }

  static Personal text(String text) {
    return new Personal("sealed:" + text, text.length(), "digest:" + text);
  }

  final void send(Topic topic, Command command) {
    pipe(topic, command.conversation().value(), command);
  }

  final void pipe(Topic topic, String key, Command command) {
    ProducerRecord<String, byte[]> record =
        codec.encode(topic, key, command, UUID.randomUUID().toString(), START, null);
    input(topic).pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), START));
  }

  final TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }

  final <T> List<T> read(Topic topic, Class<T> kind) {
    return records(topic).stream().map(record -> decode(record, kind)).toList();
  }

  final List<TestRecord<String, byte[]>> records(Topic topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  static <T> T decode(TestRecord<String, byte[]> record, Class<T> kind) {
    try {
      return Codec.decode(record.headers(), record.value(), kind);
    } catch (UnreadableRecord e) {
      throw new AssertionError(e);
    }
  }

  final List<String> letters(Topic topic) {
    return records(topic.deadLetters()).stream()
        .map(
            record ->
                new String(
                    record.headers().lastHeader(DeadLetters.REASON).value(),
                    StandardCharsets.UTF_8))
        .toList();
  }

  static List<Event> events(List<Decision> decisions) {
    return decisions.stream().flatMap(d -> d.events().stream()).map(NumberedEvent::event).toList();
  }
}

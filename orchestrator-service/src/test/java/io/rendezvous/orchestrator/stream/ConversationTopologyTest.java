package io.rendezvous.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.Decider;
import io.rendezvous.orchestrator.conversation.KnownTurn;
import io.rendezvous.orchestrator.conversation.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ConversationTopologyTest {
  private static final UserId ANA = new UserId("u-ana");
  private static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);
  private static final ConversationId CONVERSATION = MARKS.mint(ANA, "topology");
  private static final Usage USAGE = new Usage("offline", "test", 1, 0, 1, 0, false, 1);
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final Codec codec = new Codec("test");
  @TempDir Path state;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() {
    driver = driver(new Decider(Limits.DEFAULT));
  }

  private TopologyTestDriver driver(Decider decider) {
    return driver(decider, DataSize.ofMegabytes(8));
  }

  private TopologyTestDriver driver(Decider decider, DataSize cached) {
    return driver(decider, cached, START);
  }

  private TopologyTestDriver driver(Decider decider, DataSize cached, Instant start) {
    var settings =
        new DeciderSettings(
            Duration.ofMinutes(5),
            16,
            16_000,
            128,
            16,
            5,
            Duration.ofMillis(500),
            100,
            120,
            Duration.ofMillis(30),
            cached);
    var topology =
        new ConversationTopology(
            decider, MARKS, settings, new DecisionMetrics(new SimpleMeterRegistry()));
    var builder = new StreamsBuilder();
    topology.accept(
        builder.stream(
            List.of(Topics.PROMPTS.name(), Topics.OUTCOMES.name(), Topics.TIMERS.name())));
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

  @Test
  void a_turn_runs_from_its_prompt_to_its_end() {
    TurnId turn = prompt("t1");
    ModelCall first = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    assertThat(first.messages()).hasSize(1);
    var wanted = new ToolRequest(ToolCatalogue.LIST_EVENTS, text("{}"));
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, first.ask(), "a", null, List.of(wanted), USAGE, List.of()));
    ToolCall call = read(Topics.CALENDAR_CALLS, ToolCall.class).getFirst();
    send(Topics.OUTCOMES, new ToolFinished(ANA, call.call(), call.ask(), text("none"), null));
    ModelCall second = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    assertThat(second.messages()).hasSize(3);
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, second.ask(), "a", text("rien"), List.of(), USAGE, List.of()));

    List<Decision> history = read(Topics.HISTORY, Decision.class);
    assertThat(history).hasSize(4);
    assertThat(events(history)).last().isInstanceOf(Event.TurnEnded.class);
    assertThat(history.stream().flatMap(d -> d.events().stream()).map(NumberedEvent::sequence))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  void a_deadline_comes_as_a_timer_record_and_ends_the_turn() {
    prompt("t1");
    driver.advanceWallClockTime(Duration.ofMinutes(4));
    assertThat(read(Topics.HISTORY, Decision.class)).hasSize(1);
    driver.advanceWallClockTime(Duration.ofMinutes(2));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .containsExactly(
            new Event.TurnEnded(TurnId.of(CONVERSATION, "t1"), TurnEndReason.DEADLINE));
    assertThat(read(Topics.CONTROL, StopCall.class)).hasSize(1);
  }

  @Test
  void a_deadline_ends_a_turn_of_which_nothing_is_heard_after_a_restart() {
    TurnId turn = prompt("t1");
    restart(new Decider(Limits.DEFAULT));
    driver.advanceWallClockTime(Duration.ofMinutes(6));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .containsExactly(new Event.TurnEnded(turn, TurnEndReason.DEADLINE));
  }

  @Test
  void after_eight_days_asleep_a_waiting_outcome_counts_once_and_no_deadline_overtakes_it() {
    TurnId turn = prompt("t1");
    ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    var answer =
        new ModelAnswered(ANA, turn, asked.ask(), "a", text("oui"), List.of(), USAGE, List.of());
    restart(new Decider(Limits.DEFAULT), START.plus(Duration.ofDays(8)));
    send(Topics.OUTCOMES, answer);
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    send(Topics.OUTCOMES, answer);
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isEqualTo(new Event.TurnEnded(turn, TurnEndReason.ANSWERED));
    assertThat(read(Topics.TIMERS, Command.class)).isEmpty();
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).isEmpty();
  }

  @Test
  void after_eight_days_asleep_a_turn_without_an_outcome_ends_once_and_is_not_asked_again() {
    TurnId turn = prompt("t1");
    ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    driver.advanceWallClockTime(Duration.ofDays(8));
    driver.advanceWallClockTime(Duration.ofDays(1));
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, asked.ask(), "a", text("oui"), List.of(), USAGE, List.of()));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .filteredOn(Event.TurnEnded.class::isInstance)
        .containsExactly(new Event.TurnEnded(turn, TurnEndReason.DEADLINE));
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).isEmpty();
  }

  @Test
  void cancelling_stops_the_model_call_that_nobody_waits_for() {
    TurnId turn = prompt("t1");
    send(Topics.PROMPTS, new CancelTurn(ANA, turn));
    assertThat(read(Topics.CONTROL, StopCall.class))
        .containsExactly(
            new StopCall(ANA, turn, read(Topics.MODEL_CALLS, ModelCall.class).getFirst().ask()));
  }

  @Test
  void what_cannot_be_read_is_set_aside_and_the_next_record_is_handled() {
    var input = input(Topics.PROMPTS);
    input.pipeInput(CONVERSATION.value(), "no event".getBytes(StandardCharsets.UTF_8));
    SubmitPrompt prompt = submit(ANA, "t1");
    pipe(Topics.PROMPTS, "another key", prompt);
    pipe(Topics.PROMPTS, CONVERSATION.value(), submit(new UserId("u-eve"), "t1"));
    prompt("t2");
    assertThat(letters(Topics.PROMPTS))
        .extracting(letter -> letter.substring(0, letter.indexOf(':')))
        .containsExactly("NOT_AN_EVENT", "WRONG_KEY", "WRONG_OWNER");
    assertThat(read(Topics.HISTORY, Decision.class)).hasSize(1);
  }

  @Test
  void state_survives_a_restart_of_the_process() {
    prompt("t1");
    ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    restart(new Decider(Limits.DEFAULT));
    send(
        Topics.OUTCOMES,
        new ModelAnswered(
            ANA, asked.turn(), asked.ask(), "a", text("oui"), List.of(), USAGE, List.of()));
    assertThat(events(read(Topics.HISTORY, Decision.class))).hasSize(2);
  }

  @Test
  void a_window_that_overflows_keeps_only_what_is_kept_in_state() {
    for (int i = 0; i < 40; i++) {
      TurnId turn = prompt("t" + i);
      ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
      assertThat(asked.messages().stream().mapToInt(m -> m.size()).sum()).isLessThan(80 * 1024);
      send(
          Topics.OUTCOMES,
          new ModelAnswered(
              ANA, turn, asked.ask(), "a", text("x".repeat(4_000)), List.of(), USAGE, List.of()));
    }
    int kept = 0;
    try (var entries = driver.<String, byte[]>getKeyValueStore("conversations").all()) {
      while (entries.hasNext()) {
        kept += entries.next().key.startsWith(CONVERSATION + "m") ? 1 : 0;
      }
    }
    assertThat(kept).isBetween(5, 39);
  }

  @Test
  void state_in_memory_and_state_that_is_read_back_decide_alike() {
    List<List<Decision>> histories = new ArrayList<>();
    for (DataSize cached : List.of(DataSize.ofMegabytes(8), DataSize.ofBytes(0))) {
      driver.close();
      driver = driver(new Decider(Limits.DEFAULT), cached);
      for (int i = 0; i < 140; i++) {
        TurnId turn = prompt("t" + i);
        ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
        send(
            Topics.OUTCOMES,
            new ModelAnswered(
                ANA, turn, asked.ask(), "a", text("x".repeat(1_000)), List.of(), USAGE, List.of()));
        prompt("t" + i / 2);
      }
      histories.add(read(Topics.HISTORY, Decision.class));
    }
    assertThat(histories.getFirst()).hasSizeGreaterThan(270).isEqualTo(histories.getLast());
  }

  @Test
  void a_head_of_the_first_version_is_read_with_the_turns_in_it() {
    prompt("t1");
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore("conversations");
    Conversation now = StoredState.readHead(store.get(CONVERSATION.value())).conversation();
    var known = new KnownTurn(TurnId.of(CONVERSATION, "old"), "body", START);
    byte[] old = StoredState.write(now.with(now.window(), List.of(known)));
    old[0] = 1;
    store.put(CONVERSATION.value(), old);
    restart(new Decider(Limits.DEFAULT));
    prompt("old");
    assertThat(read(Topics.HISTORY, Decision.class)).isEmpty();
  }

  @Test
  void a_fault_of_the_decider_ends_the_turn_and_the_partition_goes_on() {
    var endless = new Limits(ChronoUnit.FOREVER.getDuration(), 16, 16_000, 128, 16, 5);
    restart(new Decider(endless));
    prompt("t1");
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isEqualTo(new Event.TurnEnded(TurnId.of(CONVERSATION, "t1"), TurnEndReason.INTERNAL));
    assertThat(letters(Topics.PROMPTS)).singleElement().asString().startsWith("INTERNAL: ");
    restart(new Decider(Limits.DEFAULT));
    prompt("t2");
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).hasSize(1);
  }

  @Test
  void a_request_larger_than_its_topic_takes_ends_the_turn_and_the_partition_goes_on() {
    TurnId turn = prompt("t1", sealed(Topics.MODEL_CALLS.maxRecordBytes()));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isEqualTo(new Event.TurnEnded(turn, TurnEndReason.INTERNAL));
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).isEmpty();
    assertThat(letters(Topics.PROMPTS)).containsExactly("INTERNAL: RecordTooLarge");
    prompt("t2");
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).hasSize(1);
  }

  @Test
  void what_not_even_a_decision_can_hold_is_set_aside_and_changes_nothing() {
    prompt("t1", sealed(Topics.HISTORY.maxRecordBytes()));
    assertThat(read(Topics.HISTORY, Decision.class)).isEmpty();
    assertThat(letters(Topics.PROMPTS)).containsExactly("INTERNAL: RecordTooLarge");
    prompt("t2");
    assertThat(read(Topics.HISTORY, Decision.class).getFirst().firstSequence()).isOne();
  }

  /**
   * Another driver takes over with the same state; the driver itself wipes its folder as it closes.
   */
  private void restart(Decider decider) {
    restart(decider, START);
  }

  private void restart(Decider decider, Instant start) {
    Map<String, byte[]> kept = new HashMap<>();
    try (var entries = driver.<String, byte[]>getKeyValueStore("conversations").all()) {
      entries.forEachRemaining(entry -> kept.put(entry.key, entry.value));
    }
    driver.close();
    driver = driver(decider, DataSize.ofMegabytes(8), start);
    kept.forEach(driver.<String, byte[]>getKeyValueStore("conversations")::put);
  }

  private TurnId prompt(String key) {
    return prompt(key, text(key));
  }

  private TurnId prompt(String key, Personal text) {
    SubmitPrompt prompt = submit(ANA, key, text);
    send(Topics.PROMPTS, prompt);
    return prompt.turn();
  }

  private static SubmitPrompt submit(UserId user, String key) {
    return submit(user, key, text(key));
  }

  private static SubmitPrompt submit(UserId user, String key, Personal text) {
    return new SubmitPrompt(
        user,
        TurnId.of(CONVERSATION, key),
        text,
        null,
        "body",
        PromptPolicy.ENQUEUE,
        Preferences.DEFAULT);
  }

  /** A short text, as far as the decider is told. */
  private static Personal sealed(int bytes) {
    return new Personal("x".repeat(bytes), 10, "digest");
  }

  private static Personal text(String text) {
    return new Personal("sealed:" + text, text.length(), "digest:" + text);
  }

  private void send(Topic topic, Command command) {
    pipe(topic, command.conversation().value(), command);
  }

  private void pipe(Topic topic, String key, Command command) {
    ProducerRecord<String, byte[]> record =
        codec.encode(topic, key, command, UUID.randomUUID().toString(), START, null);
    input(topic).pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), START));
  }

  private TestInputTopic<String, byte[]> input(Topic topic) {
    return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }

  private <T> List<T> read(Topic topic, Class<T> kind) {
    return records(topic).stream().map(record -> decode(record, kind)).toList();
  }

  private List<TestRecord<String, byte[]>> records(Topic topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private static <T> T decode(TestRecord<String, byte[]> record, Class<T> kind) {
    try {
      return Codec.decode(record.headers(), record.value(), kind);
    } catch (UnreadableRecord e) {
      throw new AssertionError(e);
    }
  }

  private List<String> letters(Topic topic) {
    return records(topic.deadLetters()).stream()
        .map(
            record ->
                new String(
                    record.headers().lastHeader(DeadLetters.REASON).value(),
                    StandardCharsets.UTF_8))
        .toList();
  }

  private static List<Event> events(List<Decision> decisions) {
    return decisions.stream().flatMap(d -> d.events().stream()).map(NumberedEvent::event).toList();
  }
}

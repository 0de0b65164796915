package io.rendezvous.history.projection;

import static io.rendezvous.history.ConversationLog.accepted;
import static io.rendezvous.history.ConversationLog.asked;
import static io.rendezvous.history.ConversationLog.cancelled;
import static io.rendezvous.history.ConversationLog.ended;
import static io.rendezvous.history.ConversationLog.refused;
import static io.rendezvous.history.ConversationLog.responded;
import static io.rendezvous.history.ConversationLog.toolAsked;
import static io.rendezvous.history.ConversationLog.toolSucceeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.wire.Json;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.history.ConversationLog;
import io.rendezvous.history.Records;
import io.rendezvous.history.log.DecisionReader;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.testsupport.TestDynamoDb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

class ProjectionTest {
  private static final DynamoDbSettings TABLES = TestDynamoDb.settings("projection-");
  private static final int PART_BYTES = 5_000;

  private final DecisionReader reader = new DecisionReader(new OwnerMarks(ConversationLog.ID_KEY));
  private final ConversationLog conversation = new ConversationLog();
  private final Projection projection = projection(TestDynamoDb.client());

  @BeforeAll
  static void tables() {
    new HistoryTables(TestDynamoDb.client(), TABLES).createAndVerify();
  }

  @Test
  void the_tables_hold_every_event_of_the_log() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(conversation.created());
    conversation.answersWithATool(turn);

    assertThat(projection.project(read(conversation.log()))).isEmpty();

    var stored = stored();
    assertThat(stored.events()).isEqualTo(eventsOf(conversation.log()));
    assertThat(stored.lastSequence()).isEqualTo(stored.events().size());
    assertThat(stored.statusOf(turn)).isEqualTo("completed");
    assertThat(stored.partsOf(turn).getFirst())
        .containsEntry("reason", AttributeValue.fromS("ANSWERED"))
        .containsEntry("startedAt", AttributeValue.fromS("2026-11-20T10:00:00.004000000Z"))
        .containsKey("endedAt");
    assertThat(stored.heads().getFirst().get("title").s()).contains("sealed");
    JsonNode execution = stored.executionsOf(turn).get(0);
    assertThat(execution.get("state").stringValue()).isEqualTo("SUCCEEDED");
    assertThat(execution.get("receipt").get("effect").stringValue()).isEqualTo("event");
  }

  @Test
  void a_turn_in_one_batch_costs_three_items() throws Exception {
    var counted = BrokenClient.never(TestDynamoDb.client());
    conversation.answersWithATool(conversation.turn("a"));

    projection(counted.client()).project(read(conversation.log()));

    assertThat(counted.puts()).isEqualTo(3);
  }

  @Test
  void the_same_batch_again_changes_and_writes_nothing() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    projection.project(read(conversation.log()));
    var before = stored();
    var counted = BrokenClient.never(TestDynamoDb.client());

    projection.project(read(conversation.log()));
    projection(counted.client()).project(read(conversation.log()));

    assertThat(stored()).isEqualTo(before);
    assertThat(counted.puts()).isZero();
  }

  @Test
  void one_decision_at_a_time_gives_the_same_tables() throws Exception {
    interleaved();
    for (LoggedDecision decision : read(conversation.log())) {
      projection(TestDynamoDb.client()).project(List.of(decision));
    }
    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertInterleaved();
  }

  static Stream<Arguments> crashes() {
    return Stream.iterate(0, put -> put < 6, put -> put + 1)
        .flatMap(put -> Stream.of(Arguments.of(put, false), Arguments.of(put, true)));
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void a_crash_between_any_two_writes_leaves_no_trace(int whole, boolean lastArrives)
      throws Exception {
    interleaved();
    var decisions = read(conversation.log());
    projection.project(decisions.subList(0, 2));
    var broken = new BrokenClient(TestDynamoDb.client(), whole, lastArrives);

    try {
      projection(broken.client()).project(decisions.subList(2, decisions.size()));
    } catch (IllegalStateException died) {
      assertThat(died).hasMessageContaining("Expected to write");
    }
    projection(TestDynamoDb.client()).project(decisions);

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertInterleaved();
  }

  @Test
  void goes_on_after_a_failed_write_in_the_same_process() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    var broken = new BrokenClient(TestDynamoDb.client(), 1, true);
    var dying = projection(broken.client());
    assertThatThrownBy(() -> dying.project(read(conversation.log())))
        .isInstanceOf(IllegalStateException.class);

    projection.project(read(conversation.log()));

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
  }

  @Test
  void a_writer_that_was_overtaken_changes_nothing() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    var decisions = read(conversation.log());
    var overtaken = projection(TestDynamoDb.client());
    overtaken.project(decisions.subList(0, 2));
    projection.project(decisions);
    var before = stored();

    assertThatThrownBy(() -> overtaken.project(decisions.subList(2, 3)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(overtaken.project(decisions)).isEmpty();

    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void what_comes_after_a_gap_waits_for_what_is_missing() throws Exception {
    conversation.answersWithATool(conversation.turn("a"));
    var decisions = read(conversation.log());

    assertThat(projection.project(List.of(decisions.get(0), decisions.get(2), decisions.get(3))))
        .containsExactly(decisions.get(2), decisions.get(3));
    assertThat(stored().lastSequence()).isEqualTo(decisions.get(0).lastSequence());
    assertThat(projection.project(List.of(decisions.get(2), decisions.get(3), decisions.get(1))))
        .isEmpty();

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
  }

  @Test
  void an_event_of_an_unknown_type_is_kept_as_it_is() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(accepted(turn));
    var later =
        Records.changed(
            conversation.decides(ended(turn)),
            text -> text.replace("\"turn.ended\"", "\"turn.paused\",\"mood\":\"calm\""));
    var aboutAll =
        Records.changed(
            conversation.decides(conversation.created()),
            text -> text.replace("conversation.created", "conversation.painted"));

    projection.project(
        List.of(
            read(conversation.log().getFirst()),
            reader.read(Records.read(later)),
            reader.read(Records.read(aboutAll))));

    assertThat(stored().events()).hasSize(3);
    assertThat(stored().events().get(1).get("event").get("mood").stringValue()).isEqualTo("calm");
    assertThat(stored().events().get(2).get("event").get("type").stringValue())
        .isEqualTo("conversation.painted");
    assertThat(stored().statusOf(turn)).isEqualTo("running");
  }

  @Test
  void a_turn_too_large_for_one_item_goes_on_in_further_ones() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(accepted(turn));
    for (int round = 1; round <= 40; round++) {
      conversation.decides(asked(turn, round), responded(turn, round));
    }
    conversation.decides(ended(turn));
    var decisions = read(conversation.log());

    projection.project(decisions.subList(0, 20));
    projection(TestDynamoDb.client()).project(decisions);

    var parts = stored().partsOf(turn);
    assertThat(parts).hasSizeGreaterThan(3);
    assertThat(parts)
        .allSatisfy(
            part -> assertThat(part.get("events").b().asByteArray().length).isLessThan(PART_BYTES));
    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertThat(stored().statusOf(turn)).isEqualTo("completed");
    assertThat(parts.getFirst().get("startedAt")).isEqualTo(parts.getLast().get("startedAt"));
  }

  @Test
  void an_event_too_large_for_an_item_is_kept_apart() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(accepted(turn));
    conversation.decides(
        new Event.ToolSucceeded(
            ConversationLog.call(turn),
            ConversationLog.ask(turn, 1),
            "list_events",
            ConversationLog.longText(1_500_000),
            null,
            false));
    conversation.decides(ended(turn));

    projection.project(read(conversation.log()));

    var whole = eventsOf(conversation.log());
    assertThat(stored().events().get(1).get("event").get("type").stringValue())
        .isEqualTo("event.kept-apart");
    assertThat(stored().largeEvent(2)).isEqualTo(whole.get(1).get("event"));
    assertThat(stored().statusOf(turn)).isEqualTo("completed");
    assertThat(stored().executionsOf(turn).get(0).get("resultCharacters").intValue())
        .isEqualTo(1_500_000);
  }

  @Test
  void a_refused_prompt_is_a_failed_turn_of_its_own() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(refused(turn, RefusalReason.BUSY));
    projection.project(read(conversation.log()));
    assertThat(stored().statusOf(turn)).isEqualTo("failed");
    assertThat(stored().partsOf(turn).getFirst().get("reason").s()).isEqualTo("BUSY");

    conversation.decides(accepted(turn));
    projection.project(read(conversation.log()));

    assertThat(stored().partsOf(turn)).hasSize(2);
    assertThat(stored().statusOf(turn)).isEqualTo("running");
  }

  @Test
  void another_prompt_with_a_used_key_leaves_the_turn_as_it_stands() throws Exception {
    var turn = conversation.turn("a");
    conversation.answersWithATool(turn);
    conversation.decides(refused(turn, RefusalReason.KEY_REUSED));

    for (LoggedDecision decision : read(conversation.log())) {
      projection(TestDynamoDb.client()).project(List.of(decision));
    }

    assertThat(stored().partsOf(turn)).hasSize(1);
    assertThat(stored().statusOf(turn)).isEqualTo("completed");
    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
  }

  @Test
  void a_report_long_after_its_turn_finds_the_turn() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(accepted(turn), asked(turn, 1));
    conversation.decides(toolAsked(turn));
    conversation.decides(cancelled(turn));
    for (int i = 0; i < 25; i++) {
      var other = conversation.turn("other" + i);
      conversation.decides(accepted(other), ended(other));
    }
    projection.project(read(conversation.log()));
    conversation.decides(toolSucceeded(turn, true));

    projection(TestDynamoDb.client()).project(read(conversation.log()));

    assertThat(stored().partsOf(turn)).hasSize(1);
    assertThat(stored().statusOf(turn)).isEqualTo("cancelled");
    JsonNode execution = stored().executionsOf(turn).get(0);
    assertThat(execution.get("late").booleanValue()).isTrue();
    assertThat(execution.has("askedAt")).isTrue();
    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repeats_and_disorder_within_a_batch_change_nothing(long seed) throws Exception {
    interleaved();
    var random = new Random(seed);
    var delivered = new ArrayList<>(read(conversation.log()));
    delivered.addAll(read(conversation.log()));
    Collections.shuffle(delivered, random);

    assertThat(projection.project(delivered)).isEmpty();

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertInterleaved();
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed <= 20, seed -> seed + 1);
  }

  /** Two turns that take turns, one cancelled while its call runs. */
  private void interleaved() {
    var first = conversation.turn("first");
    var second = conversation.turn("second");
    conversation.decides(conversation.created());
    conversation.decides(accepted(first), asked(first, 1));
    conversation.decides(accepted(second));
    conversation.decides(responded(first, 1), toolAsked(first));
    conversation.decides(cancelled(first), asked(second, 1));
    conversation.decides(toolSucceeded(first, true));
    conversation.decides(responded(second, 1), ended(second));
  }

  private void assertInterleaved() {
    var stored = stored();
    assertThat(stored.statusOf(conversation.turn("first"))).isEqualTo("cancelled");
    assertThat(stored.statusOf(conversation.turn("second"))).isEqualTo("completed");
    assertThat(stored.executionsOf(conversation.turn("first")).size()).isOne();
    assertThat(stored.turns()).hasSize(2);
  }

  private StoredConversation stored() {
    return StoredConversation.of(TestDynamoDb.client(), TABLES, conversation.id);
  }

  private LoggedDecision read(Decision decision) throws UnreadableRecord {
    return reader.read(Records.read(decision));
  }

  private List<LoggedDecision> read(List<Decision> decisions) throws UnreadableRecord {
    var read = new ArrayList<LoggedDecision>();
    for (Decision decision : decisions) {
      read.add(read(decision));
    }
    return read;
  }

  private static List<JsonNode> eventsOf(List<Decision> log) {
    var events = new ArrayList<JsonNode>();
    for (Decision decision : log) {
      for (JsonNode event :
          Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(decision)).get("events")) {
        var packed = Json.MAPPER.createObjectNode();
        packed.put("sequence", event.get("sequence").longValue());
        packed.put("at", decision.at().toString());
        packed.set("event", event.get("event"));
        events.add(Json.MAPPER.readTree(packed.toString()));
      }
    }
    return events;
  }

  private static Projection projection(DynamoDbClient client) {
    return new Projection(
        client,
        TABLES,
        new ProjectionSettings(4, DataSize.ofMegabytes(1), 2, PART_BYTES),
        new SimpleMeterRegistry());
  }
}

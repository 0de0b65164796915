package io.rendezvous.history.projection;

import static io.rendezvous.history.ConversationLog.accepted;
import static io.rendezvous.history.ConversationLog.asked;
import static io.rendezvous.history.ConversationLog.cancelled;
import static io.rendezvous.history.ConversationLog.ended;
import static io.rendezvous.history.ConversationLog.responded;
import static io.rendezvous.history.ConversationLog.toolAsked;
import static io.rendezvous.history.ConversationLog.toolSucceeded;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.wire.Json;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.history.ConversationLog;
import io.rendezvous.history.Records;
import io.rendezvous.history.log.DecisionReader;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.testsupport.TestDynamoDb;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.JsonNode;

/** One conversation, and the tables that it is projected to. */
abstract class ProjectionFixture {
  static final DynamoDbSettings TABLES = TestDynamoDb.settings("projection-");
  static final int PART_BYTES = 5_000;

  final DecisionReader reader = new DecisionReader(new OwnerMarks(ConversationLog.ID_KEY));
  final ConversationLog conversation = new ConversationLog();
  final Projection projection = projection(TestDynamoDb.client());

  @BeforeAll
  static void tables() {
    new HistoryTables(TestDynamoDb.client(), TABLES).createAndVerify();
  }

  /** Two turns that take turns, one cancelled while its call runs. */
  void interleaved() {
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

  void assertInterleaved() {
    var stored = stored();
    assertThat(stored.statusOf(conversation.turn("first"))).isEqualTo("cancelled");
    assertThat(stored.statusOf(conversation.turn("second"))).isEqualTo("completed");
    assertThat(stored.executionsOf(conversation.turn("first")).size()).isOne();
    assertThat(stored.turns()).hasSize(2);
  }

  StoredConversation stored() {
    return StoredConversation.of(TestDynamoDb.client(), TABLES, conversation.id);
  }

  LoggedDecision read(Decision decision) throws UnreadableRecord {
    return reader.read(Records.read(decision));
  }

  List<LoggedDecision> read(List<Decision> decisions) throws UnreadableRecord {
    var read = new ArrayList<LoggedDecision>();
    for (Decision decision : decisions) {
      read.add(read(decision));
    }
    return read;
  }

  static List<JsonNode> eventsOf(List<Decision> log) {
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

  static Projection projection(DynamoDbClient client) {
    return new Projection(
        client,
        TABLES,
        new ProjectionSettings(4, DataSize.ofMegabytes(1), 2, PART_BYTES),
        new SimpleMeterRegistry());
  }
}

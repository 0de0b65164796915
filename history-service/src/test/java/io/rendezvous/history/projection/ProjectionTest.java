package io.rendezvous.history.projection;

import static io.rendezvous.history.ConversationLog.accepted;
import static io.rendezvous.history.ConversationLog.ask;
import static io.rendezvous.history.ConversationLog.asked;
import static io.rendezvous.history.ConversationLog.ended;
import static io.rendezvous.history.ConversationLog.responded;
import static io.rendezvous.history.ConversationLog.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.history.Records;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

class ProjectionTest extends ProjectionFixture {
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
  void a_new_turn_of_a_known_conversation_costs_no_reading() throws Exception {
    var counted = BrokenClient.never(TestDynamoDb.client());
    var counting = projection(counted.client());
    conversation.answersWithATool(conversation.turn("a"));
    counting.project(read(conversation.log()));
    int before = counted.reads();

    conversation.answersWithATool(conversation.turn("b"));
    for (LoggedDecision decision : read(conversation.log())) {
      counting.project(List.of(decision));
    }

    assertThat(counted.reads()).isEqualTo(before);
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

  @Test
  void the_head_names_the_approvals_that_wait() throws Exception {
    var turn = conversation.turn("a");
    var first = CallId.of(turn, 1, 0);
    var second = CallId.of(turn, 1, 1);
    conversation.decides(accepted(turn), asked(turn, 1), responded(turn, 1));
    conversation.decides(approvalRequested(first), approvalRequested(second));
    projection.project(read(conversation.log()));
    assertThat(waiting())
        .containsExactlyInAnyOrder(ApprovalId.of(first).value(), ApprovalId.of(second).value());

    var decided = new Event.ApprovalDecided(ApprovalId.of(first), first, Verdict.APPROVE);
    projection(TestDynamoDb.client()).project(List.of(read(conversation.decides(decided))));
    assertThat(waiting()).containsExactly(ApprovalId.of(second).value());

    var withdrawn =
        new Event.ApprovalWithdrawn(ApprovalId.of(second), second, WithdrawalReason.TURN_ENDED);
    projection(TestDynamoDb.client())
        .project(List.of(read(conversation.decides(withdrawn, ended(turn)))));
    assertThat(stored().heads().getFirst()).doesNotContainKey("approvals");
  }

  private List<String> waiting() {
    return stored().heads().getFirst().get("approvals").ss();
  }

  private static Event approvalRequested(CallId call) {
    return new Event.ApprovalRequested(
        ApprovalId.of(call),
        call,
        ask(call.turn(), 1),
        "delete_event",
        text("{}"),
        Instant.parse("2026-11-20T11:00:00Z"));
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
}

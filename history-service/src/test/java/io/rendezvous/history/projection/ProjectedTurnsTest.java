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

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.ApprovalRefusal;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.history.ConversationLog;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.testsupport.TestDynamoDb;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectedTurnsTest extends ProjectionFixture {
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
  void an_action_that_waits_for_its_user_runs_and_is_undone_after_its_end() throws Exception {
    var turn = conversation.turn("a");
    var call = ConversationLog.call(turn);
    var ask = ConversationLog.ask(turn, 1);
    var approval = ApprovalId.of(call);
    var undo = CallId.of(turn, 2, 0);
    var text = ConversationLog.longText(10);
    conversation.decides(
        new Event.ActionAccepted(turn, "create_event", text, "body", Preferences.DEFAULT),
        toolAsked(turn));
    conversation.decides(
        new Event.ApprovalRequested(
            approval, call, ask, "create_event", text, ConversationLog.START));
    projection.project(read(conversation.log()));
    assertThat(stored().statusOf(turn)).isEqualTo("running");

    conversation.decides(new Event.ApprovalDecided(approval, call, Verdict.APPROVE));
    conversation.decides(toolSucceeded(turn, false), ended(turn));
    conversation.decides(new Event.ToolAsked(undo, ask, "undo_turn", null));
    conversation.decides(new Event.ToolSucceeded(undo, ask, "undo_turn", text, null, true));
    projection(TestDynamoDb.client()).project(read(conversation.log()));

    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertThat(stored().statusOf(turn)).isEqualTo("completed");
    JsonNode undone = stored().executionsOf(turn).get(1);
    assertThat(undone.get("name").stringValue()).isEqualTo("undo_turn");
    assertThat(undone.has("argumentCharacters")).isFalse();
  }

  @Test
  void verdicts_that_were_not_taken_are_in_the_log_alone() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(accepted(turn), ended(turn));
    var all = eventsOf(conversation.log());
    conversation.decides(
        new Event.ApprovalRefused(
            ApprovalId.of(ConversationLog.call(turn)), ApprovalRefusal.UNKNOWN, null));
    projection.project(read(conversation.log()));
    assertThat(stored().events()).isEqualTo(all);
    assertThat(stored().lastSequence()).isEqualTo(all.size() + 1);
  }

  @Test
  void what_others_changed_is_a_completed_turn_and_makes_the_head_no_larger() throws Exception {
    var turn = conversation.turn("a");
    conversation.decides(new Event.CalendarChanged(turn, ConversationLog.longText(10)));
    projection.project(read(conversation.log()));
    assertThat(stored().events()).isEqualTo(eventsOf(conversation.log()));
    assertThat(stored().statusOf(turn)).isEqualTo("completed");
    assertThat(stored().partsOf(turn).getFirst().get("events")).isNotNull();
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
}

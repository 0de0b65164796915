package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.cancel;
import static io.rendezvous.orchestrator.conversation.Scenario.deadline;
import static io.rendezvous.orchestrator.conversation.Scenario.decides;
import static io.rendezvous.orchestrator.conversation.Scenario.expired;
import static io.rendezvous.orchestrator.conversation.Scenario.failed;
import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.needs;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.text;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.ApprovalRefusal;
import io.rendezvous.common.event.Event.ApprovalRefused;
import io.rendezvous.common.event.Event.ApprovalRequested;
import io.rendezvous.common.event.Event.ApprovalWithdrawn;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a tool call that waits for its user. */
class ApprovalsTest {
  private static final Duration TURN_TIME = Limits.DEFAULT.turnTime();

  private final Scenario talk = new Scenario();

  @Test
  void an_approved_call_is_sent_again_as_it_was() {
    talk.booking("t1");
    ToolCall first = talk.sent().getFirst();
    talk.later(Duration.ofSeconds(3));
    talk.when(needs(first.call(), first.ask(), talk.now().plusSeconds(60)));
    assertThat(talk.sent()).isEmpty();
    talk.later(Duration.ofSeconds(30));
    talk.when(decides(first.call(), Verdict.APPROVE));
    assertThat(talk.sent())
        .containsExactly(
            new ToolCall(
                first.user(),
                first.call(),
                first.ask(),
                first.name(),
                first.arguments(),
                first.preferences(),
                first.askedAt(),
                first.origin(),
                ApprovalId.of(first.call())));
  }

  @Test
  void it_is_sent_as_it_was_although_its_request_has_left_the_window() {
    talk.awaitingTools("t1", ToolCatalogue.CREATE_EVENT, ToolCatalogue.LIST_EVENTS);
    ToolCall first = talk.sent().getFirst();
    OpenCall second = talk.open().getLast();
    talk.when(needs(first.call(), first.ask(), talk.now().plusSeconds(60)));
    talk.when(finished(second.call(), second.ask(), "x".repeat(Window.MAX_BYTES)));
    assertThat(talk.state().window().request(first.call())).isEmpty();
    talk.when(decides(first.call(), Verdict.APPROVE));
    assertThat(talk.sent()).extracting(ToolCall::arguments).containsExactly(first.arguments());
  }

  @Test
  void a_call_that_is_too_large_to_be_kept_is_refused_instead() {
    talk.when(prompt("t1"));
    var large = text("x".repeat(OpenCall.MOST_KEPT_BYTES));
    talk.when(
        new ModelAnswered(
            Scenario.ANA,
            turn("t1"),
            talk.ask(),
            "a1",
            null,
            List.of(
                new ToolRequest(ToolCatalogue.CREATE_EVENT, large),
                new ToolRequest(ToolCatalogue.CREATE_EVENT, text("small"))),
            Scenario.USAGE,
            List.of()));
    assertThat(talk.sent().getFirst().arguments()).isEqualTo(large);
    OpenCall first = talk.open().getFirst();
    OpenCall second = talk.open().getLast();
    assertThat(talk.when(needs(first.call(), first.ask(), talk.now().plusSeconds(60))))
        .containsExactly(
            new ToolRefused(
                first.call(),
                first.ask(),
                first.name(),
                ToolFailure.INVALID_ARGUMENTS,
                null,
                false));
    assertThat(talk.when(needs(second.call(), second.ask(), talk.now().plusSeconds(60))))
        .hasOnlyElementsOfType(ApprovalRequested.class);
  }

  @Test
  void a_rejected_call_is_shown_to_the_model_as_rejected() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.when(decides(call.call(), Verdict.REJECT));
    assertThat(ModelContext.of(talk.state(), Preferences.DEFAULT).messages().getLast())
        .isEqualTo(new ToolAnswered(call.call(), call.name(), null, ToolFailure.REJECTED));
    assertThat(talk.sent()).isEmpty();
  }

  @Test
  void the_turn_goes_on_when_its_other_calls_have_reported_too() {
    talk.awaitingTools("t1", ToolCatalogue.CREATE_EVENT, ToolCatalogue.DELETE_EVENT);
    OpenCall first = talk.open().getFirst();
    OpenCall second = talk.open().getLast();
    talk.when(needs(first.call(), first.ask(), talk.now().plusSeconds(60)));
    talk.when(decides(first.call(), Verdict.REJECT));
    assertThat(talk.state().phase()).isInstanceOf(Phase.AwaitingTools.class);
    talk.when(finished(second.call(), second.ask()));
    assertThat(talk.state().phase()).isInstanceOf(Phase.AwaitingModel.class);
  }

  @Test
  void waiting_for_the_user_does_not_count_to_the_deadline() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    Instant expiry = talk.now().plus(Duration.ofMinutes(10));
    talk.when(needs(call.call(), call.ask(), expiry));
    assertThat(deadlineOfTurn()).isEqualTo(expiry.plus(TURN_TIME));
    talk.later(Duration.ofMinutes(9));
    assertThat(talk.when(deadline("t1"))).isEmpty();
    talk.when(decides(call.call(), Verdict.APPROVE));
    assertThat(deadlineOfTurn())
        .as("from here on the turn has its usual time")
        .isEqualTo(talk.now().plus(TURN_TIME));
  }

  @Test
  void while_another_call_waits_the_turn_keeps_its_time() {
    talk.awaitingTools("t1", ToolCatalogue.CREATE_EVENT, ToolCatalogue.DELETE_EVENT);
    OpenCall first = talk.open().getFirst();
    OpenCall second = talk.open().getLast();
    Instant expiry = talk.now().plus(Duration.ofMinutes(10));
    talk.when(needs(first.call(), first.ask(), expiry));
    talk.when(needs(second.call(), second.ask(), expiry));
    talk.when(decides(first.call(), Verdict.APPROVE));
    assertThat(deadlineOfTurn()).isEqualTo(expiry.plus(TURN_TIME));
  }

  private Instant deadlineOfTurn() {
    return talk.state().phase().running().orElseThrow().deadline();
  }

  @Test
  void no_tool_makes_a_turn_wait_for_ever() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    talk.when(needs(call.call(), call.ask(), Instant.MAX));
    assertThat(talk.state().awaitedApprovals())
        .extracting(KnownApproval::expiresAt)
        .containsExactly(talk.now().plus(Limits.DEFAULT.approvalTime()));
  }

  @Test
  void an_approval_expires_at_a_time_that_a_timer_can_tell() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    Instant precise = talk.now().plusMillis(1_500).plusNanos(999);
    assertThat(talk.when(needs(call.call(), call.ask(), precise)))
        .extracting(event -> ((ApprovalRequested) event).expiresAt())
        .containsExactly(talk.now().plusMillis(1_500));
  }

  @Test
  void an_answer_in_the_last_moment_counts_and_the_timer_after_it_does_not() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.later(Duration.ofMinutes(10));
    assertThat(talk.when(decides(call.call(), Verdict.APPROVE))).hasSize(1);
    assertThat(talk.when(expired(call.call()))).isEmpty();
    assertThat(talk.open()).containsExactly(call);
  }

  @Test
  void a_timer_that_comes_too_early_expires_nothing() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.later(Duration.ofMinutes(9));
    assertThat(talk.when(expired(call.call()))).isEmpty();
  }

  @Test
  void a_second_answer_is_told_the_first() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.when(decides(call.call(), Verdict.APPROVE));
    var refused =
        new ApprovalRefused(
            ApprovalId.of(call.call()), ApprovalRefusal.ALREADY_DECIDED, Verdict.APPROVE);
    assertThat(talk.when(decides(call.call(), Verdict.APPROVE))).containsExactly(refused);
    assertThat(talk.when(decides(call.call(), Verdict.REJECT))).containsExactly(refused);
    assertThat(talk.sent()).isEmpty();
  }

  @Test
  void an_answer_that_comes_too_late_is_told_why() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.when(cancel("t1"));
    assertThat(talk.when(decides(call.call(), Verdict.APPROVE)))
        .containsExactly(
            new ApprovalRefused(ApprovalId.of(call.call()), ApprovalRefusal.WITHDRAWN, null));
    OpenCall other = talk.awaitingApproval("t2");
    talk.later(Duration.ofMinutes(10).plusMillis(1));
    var refused = new ApprovalRefused(ApprovalId.of(other.call()), ApprovalRefusal.EXPIRED, null);
    assertThat(talk.when(decides(other.call(), Verdict.APPROVE))).containsExactly(refused);
    talk.when(expired(other.call()));
    assertThat(talk.when(decides(other.call(), Verdict.APPROVE))).containsExactly(refused);
  }

  @Test
  void a_call_that_waits_for_its_user_is_never_owed() {
    OpenCall call = talk.awaitingApproval("t1");
    var approval = ApprovalId.of(call.call());
    assertThat(talk.when(cancel("t1")))
        .containsExactly(
            new ApprovalWithdrawn(approval, call.call(), WithdrawalReason.TURN_ENDED),
            new ToolRefused(call.call(), call.ask(), call.name(), ToolFailure.EXPIRED, null, false),
            new TurnEnded(turn("t1"), TurnEndReason.CANCELLED));
    assertThat(talk.state().owed()).isEmpty();
    assertThat(talk.when(finished(call.call(), call.ask()))).isEmpty();
  }

  @Test
  void an_approved_call_is_owed_like_any_other() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.when(decides(call.call(), Verdict.APPROVE));
    talk.when(cancel("t1"));
    assertThat(talk.state().owed()).containsExactly(call.owed());
    assertThat(talk.when(needs(call.call(), call.ask(), talk.now().plusSeconds(60))))
        .as("the question of before, which comes again")
        .isEmpty();
    assertThat(talk.when(finished(call.call(), call.ask()))).hasSize(1);
  }

  @Test
  void a_call_of_an_ended_turn_that_would_need_approval_comes_to_nothing() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    talk.when(cancel("t1"));
    var question = needs(call.call(), call.ask(), talk.now().plusSeconds(60));
    assertThat(talk.when(question))
        .containsExactly(
            new ToolRefused(call.call(), call.ask(), call.name(), ToolFailure.EXPIRED, null, true));
    assertThat(talk.when(question)).isEmpty();
  }

  @Test
  void what_has_changed_outside_is_not_waited_for() {
    OpenCall call = talk.awaitingApproval("t1");
    assertThat(talk.when(failed(call.call(), call.ask())))
        .startsWith(
            new ApprovalWithdrawn(
                ApprovalId.of(call.call()), call.call(), WithdrawalReason.CHANGED));
    assertThat(talk.state().dueTimes()).hasSize(1);
  }

  @Test
  void when_deciding_fails_nothing_waits_for_the_user() {
    OpenCall call = talk.awaitingApproval("t1");
    assertThat(talk.whenDecidingFails(cancel("t1")))
        .hasSize(3)
        .startsWith(
            new ApprovalWithdrawn(
                ApprovalId.of(call.call()), call.call(), WithdrawalReason.TURN_ENDED));
    assertThat(talk.state().owed()).isEmpty();
  }

  @Test
  void approvals_of_long_ago_are_forgotten_but_none_whose_call_has_not_reported() {
    OpenCall oldest = talk.awaitingApproval("t0");
    talk.when(decides(oldest.call(), Verdict.APPROVE));
    talk.when(cancel("t0"));
    OpenCall old = talk.awaitingApproval("t1");
    talk.when(cancel("t1"));
    for (int i = 0; i < KnownApproval.MOST; i++) {
      talk.awaitingApproval("more" + i);
      talk.when(cancel("more" + i));
    }
    assertThat(talk.when(decides(old.call(), Verdict.APPROVE)))
        .containsExactly(
            new ApprovalRefused(ApprovalId.of(old.call()), ApprovalRefusal.UNKNOWN, null));
    assertThat(talk.when(needs(oldest.call(), oldest.ask(), talk.now()))).isEmpty();
    assertThat(talk.state().approvals()).hasSize(KnownApproval.MOST);
  }

  @Test
  void a_prompt_waits_for_the_turn_that_waits_for_its_user() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.when(prompt("t2"));
    talk.when(decides(call.call(), Verdict.APPROVE));
    talk.when(finished(call.call(), call.ask()));
    talk.when(says(turn("t1"), talk.ask(), text("fait").digest()));
    assertThat(talk.state().isRunning(turn("t2"))).isTrue();
  }
}

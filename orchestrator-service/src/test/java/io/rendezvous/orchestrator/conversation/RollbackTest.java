package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.calls;
import static io.rendezvous.orchestrator.conversation.Scenario.cancel;
import static io.rendezvous.orchestrator.conversation.Scenario.deadline;
import static io.rendezvous.orchestrator.conversation.Scenario.failed;
import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.text;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a turn whose user takes it back. */
class RollbackTest {
  private final Scenario talk = new Scenario();

  @Test
  void a_turn_is_undone_when_all_its_calls_have_reported() {
    talk.awaitingTools("t1", ToolCatalogue.CREATE_EVENT, ToolCatalogue.DELETE_EVENT);
    OpenCall first = talk.open().getFirst();
    OpenCall second = talk.open().getLast();
    talk.when(prompt("t2", "t2", PromptPolicy.ROLLBACK));
    talk.when(finished(first.call(), first.ask()));
    assertThat(talk.sent()).isEmpty();
    talk.when(failed(second.call(), second.ask()));
    ToolCall undo = talk.sent().getFirst();
    assertThat(undo.name()).isEqualTo(ToolCatalogue.UNDO_TURN);
    assertThat(undo.origin()).isEqualTo(Origin.ROLLBACK);
    assertThat(undo.arguments()).isNull();
    assertThat(undo.call()).isEqualTo(CallId.of(turn("t1"), 2, 0));
    assertThat(talk.state().isQueued(turn("t2"))).isTrue();
    talk.when(finished(undo.call(), undo.ask()));
    assertThat(talk.state().isRunning(turn("t2"))).isTrue();
  }

  @Test
  void calls_of_other_turns_are_not_waited_for() {
    talk.booking("t0");
    talk.when(cancel("t0"));
    OpenCall call = talk.rollingBack("t1", "t2");
    talk.when(finished(call.call(), call.ask()));
    assertThat(talk.sent()).extracting(ToolCall::name).containsExactly(ToolCatalogue.UNDO_TURN);
  }

  @Test
  void what_an_earlier_round_has_done_is_undone_while_the_model_is_asked_again() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    talk.when(finished(call.call(), call.ask()));
    talk.when(prompt("t2", "t2", PromptPolicy.ROLLBACK));
    assertThat(talk.sent()).extracting(ToolCall::call).containsExactly(CallId.of(turn("t1"), 3, 0));
  }

  @Test
  void a_turn_that_has_only_read_is_undone_without_a_call() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS);
    assertThat(talk.when(prompt("t2", "t2", PromptPolicy.ROLLBACK)))
        .contains(new TurnEnded(turn("t1"), TurnEndReason.ROLLED_BACK))
        .doesNotHaveAnyElementsOfTypes(RollbackStarted.class);
    assertThat(talk.state().isRunning(turn("t2"))).isTrue();
  }

  @Test
  void the_next_request_tells_the_model_what_was_undone() {
    ToolCall undo = undoing();
    talk.when(finished(undo.call(), undo.ask(), "one event deleted"));
    assertThat(lastTwo())
        .containsExactly(
            new TurnUndone(undo.call(), text("one event deleted"), null, false),
            new UserSaid(turn("t2"), text("t2")));
  }

  @Test
  void and_that_it_could_not_be() {
    ToolCall undo = undoing();
    talk.when(failed(undo.call(), undo.ask()));
    assertThat(lastTwo().getFirst())
        .isEqualTo(new TurnUndone(undo.call(), text("no"), ToolFailure.NOT_FOUND, false));
  }

  private ToolCall undoing() {
    OpenCall call = talk.rollingBack("t1", "t2");
    talk.when(finished(call.call(), call.ask()));
    return talk.sent().getFirst();
  }

  private List<ChatMessage> lastTwo() {
    List<ChatMessage> shown = ModelContext.of(talk.state(), Preferences.DEFAULT).messages();
    assertThat(Acceptable.flaws(shown)).isEmpty();
    return shown.subList(shown.size() - 2, shown.size());
  }

  @Test
  void what_waited_longer_waits_on_and_what_comes_meanwhile_too() {
    talk.booking("t1");
    talk.when(prompt("t2"));
    talk.when(prompt("t3", "t3", PromptPolicy.ROLLBACK));
    talk.when(prompt("t4"));
    talk.when(prompt("t5", "t5", PromptPolicy.INTERRUPT));
    assertThat(talk.state().queue())
        .extracting(Queued::turn)
        .containsExactly(turn("t5"), turn("t3"), turn("t2"), turn("t4"));
  }

  @Test
  void a_call_that_does_not_report_holds_the_next_turn_up_only_so_long() {
    OpenCall call = talk.rollingBack("t1", "t2");
    assertThat(talk.when(deadline("t1"))).isEmpty();
    talk.later(Limits.DEFAULT.rollbackTime());
    assertThat(talk.when(deadline("t1"))).startsWith(new RollbackGaveUp(turn("t1")));
    assertThat(talk.state().isRunning(turn("t2"))).isTrue();
    assertThat(talk.state().owed()).containsExactly(call.owed());
    talk.when(finished(call.call(), call.ask()));
    assertThat(talk.sent()).isEmpty();
  }

  @Test
  void what_undoes_a_turn_too_late_is_recorded_and_told_all_the_same() {
    ToolCall undo = undoing();
    talk.later(Limits.DEFAULT.rollbackTime());
    talk.when(deadline("t1"));
    assertThat(talk.when(finished(undo.call(), undo.ask())))
        .singleElement()
        .isInstanceOfSatisfying(ToolSucceeded.class, done -> assertThat(done.late()).isTrue());
    assertThat(talk.state().window().messages().getLast()).isInstanceOf(TurnUndone.class);
    assertThat(talk.state().owed()).isEmpty();
  }

  @Test
  void a_prompt_that_is_cancelled_meanwhile_leaves_nothing_to_start() {
    ToolCall undo = undoing();
    talk.when(cancel("t2"));
    assertThat(talk.when(finished(undo.call(), undo.ask()))).hasSize(1);
    assertThat(talk.state().phase()).isEqualTo(new Phase.Idle());
  }

  @Test
  void when_deciding_fails_nobody_waits_for_what_is_undone() {
    undoing();
    assertThat(talk.whenDecidingFails(prompt("t3")))
        .contains(
            new RollbackGaveUp(turn("t1")),
            new TurnEnded(turn("t2"), TurnEndReason.INTERNAL),
            new TurnEnded(turn("t3"), TurnEndReason.INTERNAL));
    assertThat(talk.state().phase()).isEqualTo(new Phase.Idle());
    assertThat(talk.state().owed()).hasSize(1);
  }

  @Test
  void an_approved_call_is_waited_for_and_undone() {
    OpenCall call = talk.awaitingApproval("t1");
    talk.when(Scenario.decides(call.call(), Verdict.APPROVE));
    talk.when(prompt("t2", "t2", PromptPolicy.ROLLBACK));
    assertThat(talk.sent()).isEmpty();
    talk.later(Duration.ofSeconds(1));
    talk.when(finished(call.call(), call.ask()));
    assertThat(talk.sent()).hasSize(1);
  }

  @Test
  void the_model_that_answers_meanwhile_is_not_listened_to() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    talk.when(finished(call.call(), call.ask()));
    var ask = talk.ask();
    talk.when(prompt("t2", "t2", PromptPolicy.ROLLBACK));
    talk.when(calls(turn("t1"), ask, ToolCatalogue.CREATE_EVENT));
    assertThat(talk.sent()).isEmpty();
  }
}

package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.action;
import static io.rendezvous.orchestrator.conversation.Scenario.cancel;
import static io.rendezvous.orchestrator.conversation.Scenario.failed;
import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.text;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import org.junit.jupiter.api.Test;

/** What becomes of tool calls that the user makes herself. */
class ActionsTest {
  private final Scenario talk = new Scenario();

  @Test
  void an_action_is_one_call_of_its_users() {
    talk.when(action("a1", ToolCatalogue.CREATE_EVENT));
    ToolCall sent = talk.sent().getFirst();
    assertThat(sent.call()).isEqualTo(CallId.of(turn("a1"), 1, 0));
    assertThat(sent.origin()).isEqualTo(Origin.USER);
    assertThat(sent.arguments()).isEqualTo(text("arguments of a1"));
    assertThat(sent.askedAt()).isEqualTo(talk.now());
  }

  @Test
  void it_is_completed_when_its_tool_has_done_it_and_failed_when_not() {
    talk.when(action("a1", ToolCatalogue.CREATE_EVENT));
    assertThat(talk.when(finished(running().call(), running().ask())))
        .last()
        .isEqualTo(new TurnEnded(turn("a1"), TurnEndReason.ANSWERED));
    talk.when(action("a2", ToolCatalogue.CREATE_EVENT));
    assertThat(talk.when(failed(running().call(), running().ask())))
        .last()
        .isEqualTo(new TurnEnded(turn("a2"), TurnEndReason.ACTION_FAILED));
  }

  private OpenCall running() {
    return talk.open().getFirst();
  }

  @Test
  void actions_and_prompts_wait_for_each_other_in_their_order() {
    talk.when(prompt("t1"));
    talk.when(action("a1", ToolCatalogue.CREATE_EVENT));
    talk.when(prompt("t2"));
    assertThat(talk.sent()).isEmpty();
    talk.when(says(turn("t1"), talk.ask(), "bonjour"));
    assertThat(talk.state().isRunning(turn("a1"))).isTrue();
    talk.when(finished(running().call(), running().ask()));
    assertThat(talk.state().isRunning(turn("t2"))).isTrue();
  }

  @Test
  void models_are_not_shown_what_a_user_does_herself() {
    talk.when(action("a1", ToolCatalogue.CREATE_EVENT));
    talk.when(finished(running().call(), running().ask()));
    talk.when(action("a2", "no_such_tool"));
    talk.when(action("a3", ToolCatalogue.CREATE_EVENT));
    OpenCall owed = running();
    talk.when(cancel("a3"));
    talk.when(finished(owed.call(), owed.ask()));
    assertThat(talk.state().window().messages()).isEmpty();
    talk.when(prompt("t1"));
    assertThat(ModelContext.of(talk.state(), Preferences.DEFAULT).messages())
        .extracting(ChatMessage::getClass)
        .containsExactly(UserSaid.class);
  }

  @Test
  void an_action_that_was_stopped_is_recorded_when_it_reports() {
    talk.when(action("a1", ToolCatalogue.CREATE_EVENT));
    OpenCall owed = running();
    talk.when(cancel("a1"));
    assertThat(talk.when(finished(owed.call(), owed.ask())))
        .singleElement()
        .isInstanceOfSatisfying(ToolSucceeded.class, done -> assertThat(done.late()).isTrue());
  }

  @Test
  void a_tool_that_does_not_exist_fails_the_action_and_the_next_one_starts() {
    talk.when(prompt("t1"));
    talk.when(action("a1", "no_such_tool"));
    talk.when(action("a2", ToolCatalogue.CREATE_EVENT));
    assertThat(talk.when(says(turn("t1"), talk.ask(), "bonjour")))
        .hasAtLeastOneElementOfType(ToolRefused.class)
        .contains(new TurnEnded(turn("a1"), TurnEndReason.ACTION_FAILED));
    assertThat(talk.state().isRunning(turn("a2"))).isTrue();
  }

  @Test
  void actions_have_the_bounds_of_prompts() {
    talk.when(prompt("t0"));
    for (int i = 1; i <= Limits.DEFAULT.queuedPrompts(); i++) {
      talk.when(action("a" + i, ToolCatalogue.CREATE_EVENT));
    }
    assertThat(talk.when(action("more", ToolCatalogue.CREATE_EVENT)))
        .containsExactly(new PromptRefused(turn("more"), "body:more", RefusalReason.QUEUE_FULL));
  }

  @Test
  void a_long_action_starts_where_nothing_runs_and_does_not_wait_where_something_does() {
    var longer = text("x".repeat(Limits.DEFAULT.queuedCharacters() + 1));
    talk.when(longAction("a1", longer));
    assertThat(talk.sent()).extracting(ToolCall::arguments).containsExactly(longer);
    assertThat(talk.when(longAction("a2", longer)))
        .containsExactly(new PromptRefused(turn("a2"), "body:a2", RefusalReason.QUEUE_FULL));
  }

  private static SubmitAction longAction(String key, Personal arguments) {
    return new SubmitAction(
        Scenario.ANA,
        turn(key),
        ToolCatalogue.CREATE_EVENT,
        arguments,
        "body:" + key,
        Preferences.DEFAULT);
  }

  @Test
  void what_would_steer_an_action_waits_for_it() {
    talk.when(action("a1", ToolCatalogue.CREATE_EVENT));
    talk.when(prompt("t1", "t1", PromptPolicy.STEER));
    talk.when(finished(running().call(), running().ask()));
    assertThat(talk.state().isRunning(turn("t1"))).isTrue();
  }

  @Test
  void when_deciding_fails_a_new_action_ends_too() {
    assertThat(talk.whenDecidingFails(action("a1", ToolCatalogue.CREATE_EVENT)))
        .last()
        .isEqualTo(new TurnEnded(turn("a1"), TurnEndReason.INTERNAL));
  }
}

package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.text;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import org.junit.jupiter.api.Test;

/** What becomes of a prompt that comes while a turn runs. */
class PoliciesTest {
  private final Scenario talk = new Scenario();

  @Test
  void what_interrupts_goes_before_what_waits() {
    talk.when(prompt("t1"));
    talk.when(prompt("t2"));
    assertThat(talk.when(prompt("t3", "t3", PromptPolicy.INTERRUPT)))
        .contains(new TurnEnded(turn("t1"), TurnEndReason.INTERRUPTED));
    assertThat(talk.state().isRunning(turn("t3"))).isTrue();
    assertThat(talk.state().isQueued(turn("t2"))).isTrue();
  }

  @Test
  void the_calls_of_an_interrupted_turn_stay_owed() {
    talk.booking("t1");
    OpenCall open = talk.open().getFirst();
    talk.when(prompt("t2", "t2", PromptPolicy.INTERRUPT));
    assertThat(talk.state().owed()).containsExactly(open.owed());
  }

  @Test
  void what_steers_is_asked_of_a_model_that_has_answered_without_it() {
    talk.when(prompt("t1"));
    assertThat(talk.when(prompt("t2", "t2", PromptPolicy.STEER)))
        .contains(new TurnEnded(turn("t2"), TurnEndReason.STEERED));
    talk.when(says(turn("t1"), talk.ask(), "bonjour"));
    assertThat(talk.state().isRunning(turn("t1"))).isTrue();
    assertThat(talk.state().window().messages())
        .extracting(Object::getClass)
        .containsExactly(UserSaid.class, AssistantSaid.class, UserSaid.class);
    talk.when(says(turn("t1"), talk.ask(), "voila"));
    assertThat(talk.state().phase()).isEqualTo(new Phase.Idle());
  }

  @Test
  void what_steers_follows_the_answers_of_tools() {
    talk.booking("t1");
    talk.when(prompt("t2", "t2", PromptPolicy.STEER));
    talk.when(finished(talk.open().getFirst().call(), talk.ask()));
    assertThat(ModelContext.of(talk.state(), Preferences.DEFAULT).messages().getLast())
        .isEqualTo(new UserSaid(turn("t2"), text("t2")));
  }

  @Test
  void what_steers_has_the_bounds_of_what_waits() {
    talk.when(prompt("t0"));
    for (int i = 1; i <= Limits.DEFAULT.queuedPrompts(); i++) {
      talk.when(prompt("t" + i, "t" + i, PromptPolicy.STEER));
    }
    var oneMore = prompt("more", "more", PromptPolicy.STEER);
    assertThat(talk.when(oneMore))
        .containsExactly(
            new PromptRefused(turn("more"), oneMore.bodyDigest(), RefusalReason.QUEUE_FULL));
  }

  @Test
  void what_was_said_to_a_turn_that_failed_is_not_lost() {
    talk.when(prompt("t1"));
    talk.when(prompt("t2", "t2", PromptPolicy.STEER));
    talk.when(Scenario.fails(turn("t1"), talk.ask()));
    assertThat(talk.state().window().messages())
        .containsExactly(
            new UserSaid(turn("t1"), text("t1")), new UserSaid(turn("t2"), text("t2")));
  }
}

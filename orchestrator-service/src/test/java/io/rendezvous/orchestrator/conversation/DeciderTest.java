package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.calls;
import static io.rendezvous.orchestrator.conversation.Scenario.cancel;
import static io.rendezvous.orchestrator.conversation.Scenario.create;
import static io.rendezvous.orchestrator.conversation.Scenario.deadline;
import static io.rendezvous.orchestrator.conversation.Scenario.failed;
import static io.rendezvous.orchestrator.conversation.Scenario.fails;
import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.outside;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.CalendarChanged;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.ModelGaveUp;
import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeciderTest {
  private final Scenario talk = new Scenario();

  private static List<Class<?>> kinds(List<Event> events) {
    return events.stream().<Class<?>>map(Object::getClass).toList();
  }

  @Test
  void a_first_prompt_makes_the_conversation_and_asks_the_model() {
    assertThat(kinds(talk.when(prompt("t1"))))
        .containsExactly(
            ConversationCreated.class, PromptAccepted.class, TurnStarted.class, ModelAsked.class);
  }

  @Test
  void an_answer_without_calls_ends_the_turn() {
    talk.when(prompt("t1"));
    assertThat(kinds(talk.when(says(turn("t1"), talk.ask(), "bonjour"))))
        .containsExactly(ModelResponded.class, TurnEnded.class);
  }

  @Test
  void two_tools_are_called_at_once_and_the_model_is_asked_again_when_both_have_reported() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS, ToolCatalogue.FIND_FREE_TIME);
    AskId ask = talk.ask();
    List<OpenCall> open = talk.open();
    assertThat(kinds(talk.when(finished(open.get(1).call(), ask))))
        .containsExactly(ToolSucceeded.class);
    assertThat(kinds(talk.when(failed(open.get(0).call(), ask))))
        .containsExactly(ToolRefused.class, ModelAsked.class);
  }

  @Test
  void ignores_a_tool_result_delivered_twice() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS, ToolCatalogue.LIST_EVENTS);
    OpenCall call = talk.open().getFirst();
    talk.when(finished(call.call(), call.ask()));
    assertThat(talk.when(finished(call.call(), call.ask()))).isEmpty();
  }

  @Test
  void ignores_a_model_answer_from_an_earlier_round() {
    talk.when(prompt("t1"));
    AskId first = talk.ask();
    talk.when(calls(turn("t1"), first, ToolCatalogue.LIST_EVENTS));
    OpenCall call = talk.open().getFirst();
    talk.when(finished(call.call(), call.ask()));
    assertThat(talk.when(says(turn("t1"), first, "stale"))).isEmpty();
  }

  @Test
  void ignores_a_tool_result_that_belongs_to_another_ask() {
    talk.booking("t1");
    var other = AskId.of(turn("t1"), 1, "another request");
    assertThat(talk.when(finished(talk.open().getFirst().call(), other))).isEmpty();
  }

  @Test
  void never_executes_an_unknown_tool_but_tells_the_model() {
    talk.when(prompt("t1"));
    List<Event> events = talk.when(calls(turn("t1"), talk.ask(), "format_disk"));
    assertThat(kinds(events))
        .containsExactly(ModelResponded.class, ToolRefused.class, ModelAsked.class);
    assertThat(((ToolRefused) events.get(1)).reason()).isEqualTo(ToolFailure.UNKNOWN_TOOL);
  }

  @Test
  void an_empty_answer_is_a_failure() {
    talk.when(prompt("t1"));
    assertThat(kinds(talk.when(calls(turn("t1"), talk.ask()))))
        .containsExactly(ModelGaveUp.class, TurnEnded.class);
  }

  @Test
  void a_second_prompt_waits_and_starts_when_the_first_ends() {
    talk.when(prompt("t1"));
    assertThat(kinds(talk.when(prompt("t2")))).containsExactly(PromptAccepted.class);
    assertThat(kinds(talk.when(says(turn("t1"), talk.ask(), "un"))))
        .containsExactly(
            ModelResponded.class, TurnEnded.class, TurnStarted.class, ModelAsked.class);
    assertThat(talk.state().isRunning(turn("t2"))).isTrue();
  }

  @Test
  void a_prompt_that_will_not_wait_is_refused_while_a_turn_runs() {
    talk.when(prompt("t1"));
    assertThat(talk.when(prompt("t2", "b", PromptPolicy.REJECT)))
        .containsExactly(new PromptRefused(turn("t2"), "body:b", RefusalReason.BUSY));
  }

  @Test
  void a_full_queue_refuses() {
    var small =
        new Scenario(
            new Limits(
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                1,
                1_000,
                8,
                8,
                5,
                40_960,
                16_384));
    small.when(prompt("t1"));
    small.when(prompt("t2"));
    assertThat(small.when(prompt("t3")))
        .containsExactly(new PromptRefused(turn("t3"), "body:t3", RefusalReason.QUEUE_FULL));
  }

  @Test
  void the_same_key_is_the_same_turn_and_with_another_body_is_refused() {
    talk.when(prompt("t1"));
    assertThat(talk.when(prompt("t1"))).isEmpty();
    assertThat(talk.when(prompt("t1", "other", PromptPolicy.ENQUEUE)))
        .containsExactly(new PromptRefused(turn("t1"), "body:other", RefusalReason.KEY_REUSED));
  }

  @Test
  void cancelling_a_waiting_prompt_leaves_the_running_turn_alone() {
    talk.when(prompt("t1"));
    talk.when(prompt("t2"));
    assertThat(talk.when(cancel("t2")))
        .containsExactly(new TurnEnded(turn("t2"), TurnEndReason.CANCELLED));
    assertThat(talk.state().isRunning(turn("t1"))).isTrue();
  }

  @Test
  void a_call_of_a_cancelled_turn_is_recorded_when_it_reports_and_continues_nothing() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    talk.when(cancel("t1"));
    assertThat(talk.state().owed()).containsExactly(call.owed());
    List<Event> late = talk.when(finished(call.call(), call.ask()));
    assertThat(late).hasSize(1);
    assertThat(((ToolSucceeded) late.getFirst()).late()).isTrue();
    assertThat(talk.state().owed()).isEmpty();
    assertThat(talk.when(finished(call.call(), call.ask()))).isEmpty();
  }

  @Test
  void the_next_request_shows_what_became_of_a_late_call() {
    talk.booking("t1");
    OpenCall call = talk.open().getFirst();
    talk.when(cancel("t1"));
    talk.when(prompt("t2"));
    assertThat(answerTo(call.call()).result()).isNull();
    talk.when(finished(call.call(), call.ask()));
    talk.when(says(turn("t2"), talk.ask(), "oui"));
    talk.when(prompt("t3"));
    assertThat(answerTo(call.call()).result()).isEqualTo(Scenario.text("done"));
  }

  private ToolAnswered answerTo(CallId call) {
    return ModelContext.of(talk.state(), Preferences.DEFAULT).messages().stream()
        .filter(ToolAnswered.class::isInstance)
        .map(ToolAnswered.class::cast)
        .filter(answer -> answer.call().equals(call))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_deadline_ends_the_turn_only_when_it_is_over() {
    talk.when(prompt("t1"));
    assertThat(talk.when(deadline("t1"))).isEmpty();
    talk.later(Limits.DEFAULT.turnTime());
    assertThat(talk.when(deadline("t1")))
        .containsExactly(new TurnEnded(turn("t1"), TurnEndReason.DEADLINE));
  }

  @Test
  void a_failed_model_ends_the_turn_and_the_next_one_starts() {
    talk.when(prompt("t1"));
    talk.when(prompt("t2"));
    assertThat(kinds(talk.when(fails(turn("t1"), talk.ask()))))
        .containsExactly(ModelGaveUp.class, TurnEnded.class, TurnStarted.class, ModelAsked.class);
  }

  @Test
  void when_deciding_fails_every_turn_under_way_ends() {
    talk.when(prompt("t1"));
    talk.when(prompt("t2"));
    assertThat(talk.whenDecidingFails(prompt("t3")))
        .filteredOn(TurnEnded.class::isInstance)
        .containsExactly(
            new TurnEnded(turn("t1"), TurnEndReason.INTERNAL),
            new TurnEnded(turn("t2"), TurnEndReason.INTERNAL),
            new TurnEnded(turn("t3"), TurnEndReason.INTERNAL));
    assertThat(talk.state().phase()).isEqualTo(new Phase.Idle());
    assertThat(talk.when(prompt("t4"))).hasSize(3);
  }

  @Test
  void so_does_a_prompt_that_went_into_the_turn_that_runs() {
    talk.when(prompt("t1"));
    assertThat(talk.whenDecidingFails(prompt("t2", "no, later", PromptPolicy.STEER)))
        .filteredOn(TurnEnded.class::isInstance)
        .containsExactlyInAnyOrder(
            new TurnEnded(turn("t1"), TurnEndReason.INTERNAL),
            new TurnEnded(turn("t2"), TurnEndReason.INTERNAL));
  }

  @Test
  void a_tool_that_the_user_does_not_allow_is_refused() {
    talk.when(prompt("t1", reading(ToolCatalogue.LIST_EVENTS)));
    List<Event> events =
        talk.when(
            calls(turn("t1"), talk.ask(), ToolCatalogue.LIST_EVENTS, ToolCatalogue.DELETE_EVENT));
    assertThat(kinds(events))
        .containsExactly(ModelResponded.class, ToolAsked.class, ToolRefused.class);
    assertThat(((ToolRefused) events.getLast()).reason()).isEqualTo(ToolFailure.UNAUTHORIZED);
  }

  private static Preferences reading(String... tools) {
    Preferences all = Preferences.DEFAULT;
    return new Preferences(
        all.language(),
        all.timeZone(),
        all.dayStart(),
        all.dayEnd(),
        all.meetingMinutes(),
        all.model(),
        all.parameters(),
        all.systemPrompt(),
        all.goals(),
        all.budget(),
        List.of(tools),
        all.confirmation(),
        all.defaultCalendar());
  }

  @Test
  void what_others_change_is_told_once_and_leaves_the_turn_that_runs_alone() {
    talk.when(prompt("t1"));
    var told = outside("o1");
    assertThat(talk.when(told)).containsExactly(new CalendarChanged(told.turn(), told.changes()));
    assertThat(talk.when(told)).isEmpty();
    assertThat(talk.state().isRunning(turn("t1"))).isTrue();
  }

  @Test
  void only_the_last_of_what_others_changed_is_remembered() {
    for (int i = 0; i <= Outside.REMEMBERED; i++) {
      talk.when(outside("o" + i));
    }
    assertThat(talk.state().told())
        .hasSize(Outside.REMEMBERED)
        .doesNotContain(turn("o0"))
        .endsWith(turn("o" + Outside.REMEMBERED));
  }

  @Test
  void time_never_goes_back() {
    talk.when(prompt("t1"));
    talk.later(Duration.ofHours(-1));
    talk.when(prompt("t2"));
    assertThat(talk.log()).extracting("at").containsExactly(Scenario.START, Scenario.START);
  }

  @Test
  void creating_twice_is_once() {
    assertThat(kinds(talk.when(create()))).containsExactly(ConversationCreated.class);
    assertThat(talk.when(create())).isEmpty();
    assertThat(kinds(talk.when(prompt("t1")))).doesNotContain(ConversationCreated.class);
  }

  @Test
  void the_window_drops_the_oldest_messages_and_keeps_pairs_whole() {
    for (int i = 0; i < 60; i++) {
      String key = "t" + i;
      talk.booking(key);
      OpenCall call = talk.open().getFirst();
      talk.when(finished(call.call(), call.ask()));
      talk.when(says(turn(key), talk.ask(), "x".repeat(3_000)));
    }
    Window window = talk.state().window();
    assertThat(window.messages().stream().mapToInt(m -> m.size()).sum())
        .isLessThanOrEqualTo(Window.MAX_BYTES);
    assertThat(window.entries().getFirst().number()).isPositive();
    talk.when(prompt("last"));
    assertThat(Acceptable.flaws(ModelContext.of(talk.state(), Preferences.DEFAULT).messages()))
        .isEmpty();
  }

  @Test
  void a_tool_call_asks_with_the_ask_that_wanted_it() {
    talk.when(prompt("t1"));
    AskId ask = talk.ask();
    List<Event> events = talk.when(calls(turn("t1"), ask, ToolCatalogue.CREATE_EVENT));
    assertThat(events.get(1)).isInstanceOf(ToolAsked.class);
    assertThat(((ToolAsked) events.get(1)).ask()).isEqualTo(ask);
  }
}

package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.ANA;
import static io.rendezvous.orchestrator.conversation.Scenario.calls;
import static io.rendezvous.orchestrator.conversation.Scenario.decides;
import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.foreign;
import static io.rendezvous.orchestrator.conversation.Scenario.needs;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.text;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is behind a model's call: what the model has read decides it. */
class OriginTest {
  private final Scenario talk =
      new Scenario(
          new Limits(
              Duration.ofMinutes(5),
              Duration.ofHours(1),
              Duration.ofMinutes(1),
              16,
              16_000,
              128,
              16,
              5,
              6_000,
              1_000));

  @Test
  void a_model_that_has_read_what_its_user_says_acts_for_itself() {
    talk.booking("t1");
    assertThat(origin()).isEqualTo(Origin.MODEL);
    answer(false);
    book("t1");
    assertThat(origin()).isEqualTo(Origin.MODEL);
  }

  @Test
  void one_that_has_read_what_others_wrote_may_act_for_them_in_this_turn_and_the_next() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS);
    assertThat(origin()).isEqualTo(Origin.MODEL);
    answer(true);
    book("t1");
    assertThat(origin()).isEqualTo(Origin.INFLUENCED);
    answer(false);
    talk.when(says(turn("t1"), talk.ask(), "fait"));
    talk.booking("t2");
    assertThat(origin()).isEqualTo(Origin.INFLUENCED);
  }

  @Test
  void a_refusal_may_show_what_others_wrote_too() {
    talk.booking("t1");
    OpenCall open = talk.open().getFirst();
    talk.when(
        new Report.ToolFailed(
            Scenario.ANA, open.call(), open.ask(), ToolFailure.CONFLICT, text("theirs"), true));
    book("t1");
    assertThat(origin()).isEqualTo(Origin.INFLUENCED);
  }

  @Test
  void a_result_that_comes_while_it_answers_it_has_not_read() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS);
    OpenCall late = talk.open().getFirst();
    talk.when(Scenario.cancel("t1"));
    talk.when(prompt("t2"));
    talk.when(foreign(late.call(), late.ask()));
    book("t2");
    assertThat(origin()).isEqualTo(Origin.MODEL);
    answer(false);
    book("t2");
    assertThat(origin()).isEqualTo(Origin.INFLUENCED);
  }

  @Test
  void a_summary_of_what_others_wrote_is_as_theirs() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS);
    answer(true);
    talk.when(says(turn("t1"), talk.ask(), "vu"));
    for (int i = 0; talk.state().summarizing() == null; i++) {
      talk.when(prompt("more" + i));
      talk.when(says(turn("more" + i), talk.ask(), "x".repeat(1_500)));
    }
    SummaryAsked asked =
        talk.log().getLast().events().stream()
            .map(NumberedEvent::event)
            .filter(SummaryAsked.class::isInstance)
            .map(SummaryAsked.class::cast)
            .findFirst()
            .orElseThrow();
    talk.when(says(asked.turn(), asked.ask(), "they talked"));
    assertThat(talk.state().window().messages())
        .as("what others wrote has left the window")
        .noneMatch(message -> message.turn().equals(turn("t1")));
    assertThat(talk.state().summary()).extracting(Summary::foreign).isEqualTo(true);
    talk.booking("t2");
    assertThat(origin()).isEqualTo(Origin.INFLUENCED);
  }

  @Test
  void what_a_model_said_of_it_outlasts_it() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS);
    OpenCall first = talk.open().getFirst();
    Personal written = text("what others wrote".repeat(750));
    talk.when(new ToolFinished(ANA, first.call(), first.ask(), written, null, true));
    talk.when(calls(turn("t1"), talk.ask(), ToolCatalogue.LIST_EVENTS));
    OpenCall second = talk.open().getFirst();
    talk.when(finished(second.call(), second.ask(), "x".repeat(Window.MAX_BYTES / 3)));
    assertThat(talk.state().window().messages())
        .as("what others wrote has left the window, and what the model said of it has not")
        .noneMatch(message -> message instanceof ToolAnswered answer && answer.foreign())
        .anyMatch(ChatMessage::foreign);
    book("t1");
    assertThat(origin()).isEqualTo(Origin.INFLUENCED);
  }

  @Test
  void approval_does_not_change_who_is_behind_a_call() {
    talk.awaitingTools("t1", ToolCatalogue.LIST_EVENTS);
    answer(true);
    book("t1");
    OpenCall call = talk.open().getFirst();
    talk.when(needs(call.call(), call.ask(), talk.now().plusSeconds(60)));
    talk.when(decides(call.call(), Verdict.APPROVE));
    assertThat(origin()).isEqualTo(Origin.INFLUENCED);
  }

  private void book(String key) {
    talk.when(calls(turn(key), talk.ask(), ToolCatalogue.CREATE_EVENT));
  }

  private void answer(boolean foreign) {
    OpenCall call = talk.open().getFirst();
    talk.when(foreign ? foreign(call.call(), call.ask()) : finished(call.call(), call.ask()));
  }

  private Origin origin() {
    ToolCall sent = talk.sent().getFirst();
    return sent.origin();
  }
}

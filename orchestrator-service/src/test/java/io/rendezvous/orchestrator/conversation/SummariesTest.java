package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.ANA;
import static io.rendezvous.orchestrator.conversation.Scenario.USAGE;
import static io.rendezvous.orchestrator.conversation.Scenario.calls;
import static io.rendezvous.orchestrator.conversation.Scenario.fails;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.text;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.SummaryMade;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummariesTest {
  private static final Limits LIMITS =
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
          2_000);

  private final Scenario talk = new Scenario(LIMITS);

  @Test
  void a_short_conversation_is_kept_as_it_is() {
    chat("t1");
    assertThat(talk.state().summarizing()).isNull();
  }

  @Test
  void a_long_one_is_summarised_but_for_its_newest_turns() {
    SummaryAsked asked = talkUntilAsked();
    ModelCall call = summaryCall().orElseThrow();
    assertThat(call.purpose()).isEqualTo(ModelPurpose.SUMMARY);
    assertThat(call.ask()).isEqualTo(asked.ask());
    assertThat(call.summary()).isNull();
    int all = talk.state().window().entries().size();

    assertThat(talk.when(says(asked.turn(), asked.ask(), "they talked")))
        .singleElement()
        .isInstanceOf(SummaryMade.class);
    assertThat(talk.state().window().entries()).hasSize(all - call.messages().size());
    assertThat(talk.state().window().bytes()).isBetween(2_000, 4_000);
    talk.when(prompt("next"));
    ModelCall next = call();
    assertThat(next.summary()).isEqualTo(text("they talked"));
    assertThat(next.messages().getFirst()).isInstanceOf(ChatMessage.UserSaid.class);
  }

  @Test
  void the_next_summary_goes_on_from_the_one_before() {
    SummaryAsked first = talkUntilAsked();
    talk.when(says(first.turn(), first.ask(), "they talked"));
    SummaryAsked second = talkUntilAsked();
    assertThat(second.through()).isGreaterThan(first.through());
    assertThat(summaryCall().orElseThrow().summary()).isEqualTo(text("they talked"));
  }

  @Test
  void turns_do_not_wait_for_a_summary_and_only_one_is_made_at_a_time() {
    SummaryAsked asked = talkUntilAsked();
    assertThat(chat("more")).noneMatch(SummaryAsked.class::isInstance);
    talk.when(prompt("running"));
    talk.when(says(asked.turn(), asked.ask(), "they talked"));
    assertThat(talk.state().isRunning(turn("running"))).isTrue();
    assertThat(talk.when(says(turn("running"), talk.ask(), "ok"))).hasSize(2);
  }

  @Test
  void one_that_fails_is_paid_and_asked_for_again_after_the_next_turn() {
    SummaryAsked asked = talkUntilAsked();
    assertThat(talk.when(fails(asked.turn(), asked.ask())))
        .containsExactly(
            new ModelSettled(asked.turn(), asked.ask(), ModelPurpose.SUMMARY, null, List.of()));
    assertThat(chat("again")).anyMatch(SummaryAsked.class::isInstance);
  }

  @Test
  void a_model_that_calls_tools_instead_has_made_none() {
    SummaryAsked asked = talkUntilAsked();
    assertThat(talk.when(calls(asked.turn(), asked.ask(), ToolCatalogue.DELETE_EVENT)))
        .containsExactly(
            new ModelSettled(asked.turn(), asked.ask(), ModelPurpose.SUMMARY, USAGE, List.of()));
    assertThat(talk.open()).isEmpty();
  }

  @Test
  void a_turn_with_a_call_that_may_still_report_is_not_summarised() {
    talk.booking("owing");
    talk.when(Scenario.cancel("owing"));
    for (int i = 0; i < 40; i++) {
      assertThat(chat("t" + i)).noneMatch(SummaryAsked.class::isInstance);
    }
  }

  @Test
  void a_thousand_turns_stay_within_the_window_and_cost_no_more_at_their_end() {
    var sent = new ArrayList<Integer>();
    for (int i = 0; i < 1_000; i++) {
      for (Event event : chat("t" + i)) {
        if (event instanceof SummaryAsked asked) {
          sent.add(size(summaryCall().orElseThrow()));
          talk.when(says(asked.turn(), asked.ask(), "they talked ".repeat(20)));
        }
      }
      assertThat(talk.state().window().bytes()).isLessThan(Window.MAX_BYTES);
      sent.add(talk.state().window().bytes());
    }
    int tenth = sent.size() / 10;
    double early = mean(sent.subList(tenth, 2 * tenth));
    double late = mean(sent.subList(9 * tenth, sent.size()));
    assertThat(late).isLessThan(early * 1.1);
  }

  private static double mean(List<Integer> sizes) {
    return sizes.stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  private static int size(ModelCall call) {
    return call.messages().stream().mapToInt(ChatMessage::size).sum();
  }

  private SummaryAsked talkUntilAsked() {
    for (int i = 0; i < 100; i++) {
      String key = "t" + talk.log().size();
      for (Event event : chat(key)) {
        if (event instanceof SummaryAsked asked) {
          return asked;
        }
      }
    }
    throw new AssertionError("Expected a summary to be asked for, but none was");
  }

  /** A turn with one call of a tool; what its end led to. */
  private List<Event> chat(String key) {
    talk.when(prompt(key, key, PromptPolicy.ENQUEUE));
    talk.when(calls(turn(key), talk.ask(), ToolCatalogue.LIST_EVENTS));
    var call = talk.open().getFirst().call();
    talk.when(new ToolFinished(ANA, call, talk.ask(), text("result of " + key), null));
    return talk.when(says(turn(key), talk.ask(), "answer to " + key));
  }

  private Optional<ModelCall> summaryCall() {
    return Consequences.summaryCall(last(), talk.state());
  }

  private ModelCall call() {
    return Consequences.modelCall(last(), talk.state()).orElseThrow();
  }

  private Decision last() {
    return talk.log().getLast();
  }
}

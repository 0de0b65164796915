package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.ANA;
import static io.rendezvous.orchestrator.conversation.Scenario.calls;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.text;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class StuckTest {
  private static final TurnEnded STUCK = new TurnEnded(turn("t1"), TurnEndReason.STUCK);

  private final Scenario talk = new Scenario();

  /** The model wants a tool, which answers so. */
  private List<Event> round(String tool, String result) {
    talk.when(calls(turn("t1"), talk.ask(), tool));
    var call = talk.open().getFirst().call();
    return talk.when(new ToolFinished(ANA, call, talk.ask(), text(result), null));
  }

  @Test
  void a_turn_whose_calls_bring_nothing_new_ends() {
    talk.when(prompt("t1"));
    for (int i = 1; i < Limits.DEFAULT.sameCalls(); i++) {
      assertThat(round(ToolCatalogue.LIST_EVENTS, "nothing")).doesNotContain(STUCK);
    }
    assertThat(round(ToolCatalogue.LIST_EVENTS, "nothing")).contains(STUCK);
  }

  @Test
  void so_does_one_that_goes_to_and_fro() {
    talk.when(prompt("t1"));
    for (int i = 1; i < Limits.DEFAULT.sameCalls(); i++) {
      assertThat(round(ToolCatalogue.LIST_EVENTS, "nothing")).doesNotContain(STUCK);
      assertThat(round(ToolCatalogue.FIND_FREE_TIME, "nothing")).doesNotContain(STUCK);
    }
    assertThat(round(ToolCatalogue.LIST_EVENTS, "nothing")).contains(STUCK);
  }

  @Test
  void results_that_do_not_fit_the_window_are_remembered_all_the_same() {
    String full = "x".repeat(Window.MAX_BYTES / 3);
    talk.when(prompt("t1"));
    for (int i = 1; i < Limits.DEFAULT.sameCalls(); i++) {
      assertThat(round(ToolCatalogue.LIST_EVENTS, full)).doesNotContain(STUCK);
      assertThat(round(ToolCatalogue.FIND_FREE_TIME, full)).doesNotContain(STUCK);
    }
    assertThat(round(ToolCatalogue.LIST_EVENTS, full)).contains(STUCK);
  }

  @Test
  void there_is_no_limit_on_calls_that_bring_something() {
    talk.when(prompt("t1"));
    for (int i = 0; i < 200; i++) {
      assertThat(round(ToolCatalogue.LIST_EVENTS, "event " + i)).doesNotContain(STUCK);
    }
  }

  @Test
  void what_another_turn_has_called_does_not_count() {
    for (int i = 0; i < 3; i++) {
      String key = "t" + i;
      talk.when(prompt(key));
      for (int n = 1; n < Limits.DEFAULT.sameCalls(); n++) {
        talk.when(calls(turn(key), talk.ask(), ToolCatalogue.LIST_EVENTS));
        var call = talk.open().getFirst().call();
        talk.when(new ToolFinished(ANA, call, talk.ask(), text("nothing"), null));
      }
      assertThat(talk.state().isRunning(turn(key))).isTrue();
      talk.when(Scenario.says(turn(key), talk.ask(), "voila"));
    }
  }
}

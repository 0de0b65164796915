package io.rendezvous.systemtest.check;

import static io.rendezvous.systemtest.check.HealthyRun.BOOKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Logged;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnJudgeTest {
  private final List<Logged<Decision>> history = BOOKING.history();

  @Test
  void finds_an_accepted_prompt_that_is_lost() {
    assertThat(judge(HealthyRun.with(List.of())))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.subject()).isEqualTo(BOOKING.turn.value());
              assertThat(found.found()).isEqualTo("nothing of it in the log");
            });
  }

  @Test
  void finds_a_turn_without_an_end() {
    assertThat(judge(HealthyRun.with(HealthyRun.without(history, 3))))
        .anyMatch(found -> found.expected().equals("exactly one turn.ended"));
  }

  @Test
  void finds_a_second_end() {
    var again =
        BOOKING.decision(
            4,
            new CancelTurn(BOOKING.user, BOOKING.turn),
            11,
            new TurnEnded(BOOKING.turn, TurnEndReason.CANCELLED));
    assertThat(judge(HealthyRun.with(HealthyRun.plus(history, 4, BOOKING.record(4, again)))))
        .anyMatch(found -> found.found().equals("2 of them"));
  }

  @Test
  void lets_a_turn_be_undone_after_its_end() {
    assertThat(judge(afterTheEnd(ToolCatalogue.UNDO_TURN))).isEmpty();
  }

  @Test
  void finds_a_turn_that_calls_a_tool_after_its_end() {
    assertThat(judge(afterTheEnd(ToolCatalogue.CREATE_EVENT)))
        .singleElement()
        .satisfies(found -> assertThat(found.found()).contains("tool.asked"));
  }

  private Evidence afterTheEnd(String tool) {
    CallId call = CallId.of(BOOKING.turn, 3, 0);
    var more =
        BOOKING.decision(
            4,
            new CancelTurn(BOOKING.user, BOOKING.turn),
            11,
            new RollbackStarted(BOOKING.turn, call, Booking.START, Preferences.DEFAULT),
            new ToolAsked(call, AskId.of(BOOKING.turn, 0, "undo"), tool, null));
    return HealthyRun.with(HealthyRun.plus(history, 4, BOOKING.record(4, more)));
  }

  @Test
  void finds_a_gap() {
    assertThat(judge(HealthyRun.with(HealthyRun.without(history, 2))))
        .anyMatch(found -> found.found().startsWith("a gap before event 9"));
  }

  @Test
  void finds_a_repeat() {
    assertThat(judge(HealthyRun.with(HealthyRun.plus(history, 3, history.get(2)))))
        .anyMatch(found -> found.found().startsWith("a repeat of event 7"));
  }

  @Test
  void finds_that_rest_says_otherwise() {
    var shown = HealthyRun.shown("running", BookingItems.STARTS);
    assertThat(judge(HealthyRun.evidence().withShown(List.of(shown))))
        .singleElement()
        .satisfies(found -> assertThat(found.found()).isEqualTo("running"));
  }

  private static List<Violation> judge(Evidence evidence) {
    return new TurnJudge().judge(evidence);
  }
}

package io.rendezvous.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.LedgerEntry;
import io.rendezvous.common.model.LedgerEntry.LeaseSettled;
import io.rendezvous.common.model.LedgerEntry.LeaseWanted;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.topic.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTopologyTest extends DrivenTopology {
  private static final Budget PLENTY = new Budget(null, null, 10_000_000L, null);

  @Test
  void a_user_without_a_budget_asks_no_ledger() {
    prompt("t1");
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class).getFirst().lease()).isNull();
    assertThat(records(Topics.BUDGETS)).isEmpty();
  }

  @Test
  void a_user_with_a_budget_asks_with_a_lease_and_settles_it() {
    TurnId turn = prompt("t1", PLENTY);
    LeaseWanted wanted = (LeaseWanted) entries().getFirst();
    assertThat(wanted.spentInTurn()).isEqualTo(Amount.NONE);
    ModelCall call = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    assertThat(call.lease()).isNotNull();
    assertThat(call.lease().tries()).isEqualTo(2);
    assertThat(call.lease().worst()).isEqualTo(wanted.worst());

    answer(turn, call);
    assertThat(entries())
        .singleElement()
        .isInstanceOfSatisfying(
            LeaseSettled.class, settled -> assertThat(settled.paid()).containsExactly(USAGE));
  }

  @Test
  void where_the_budget_does_not_hold_the_worst_case_the_turn_ends_and_says_so() {
    TurnId turn = prompt("t1", new Budget(null, null, 100L, null));
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).isEmpty();
    assertThat(read(Topics.OUTCOMES, ModelFailed.class))
        .singleElement()
        .satisfies(failed -> assertThat(failed.reason()).isEqualTo(ModelFailure.OVER_BUDGET));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isEqualTo(new Event.TurnEnded(turn, TurnEndReason.BUDGET));
  }

  @Test
  void a_call_that_outlives_its_turn_is_settled_all_the_same() {
    TurnId turn = prompt("t1", PLENTY);
    ModelCall call = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    entries();
    send(Topics.PROMPTS, new CancelTurn(ANA, turn));
    answer(turn, call);
    assertThat(entries()).singleElement().isInstanceOf(LeaseSettled.class);
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isInstanceOf(Event.ModelSettled.class);
  }

  @Test
  void what_no_ledger_can_read_is_set_aside() {
    pipe(Topics.BUDGETS, ANA.value(), new CancelTurn(ANA, TurnId.of(CONVERSATION, "t1")));
    assertThat(letters(Topics.BUDGETS)).singleElement().asString().startsWith("UNKNOWN_TYPE");
  }

  private TurnId prompt(String key, Budget budget) {
    var prompt = submit(ANA, key, text(key), Preferences.DEFAULT.within(budget));
    send(Topics.PROMPTS, prompt);
    return prompt.turn();
  }

  private void answer(TurnId turn, ModelCall call) {
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, call.ask(), "a", text("oui"), List.of(), USAGE, List.of()));
  }

  private List<LedgerEntry> entries() {
    return read(Topics.BUDGETS, LedgerEntry.class);
  }
}

package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.Usage;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeasedCallTest {
  private static final ServingModel MODEL = new ServingModel("openai", "gpt");
  private static final Usage PAID = new Usage("openai", "gpt", 90, 0, 10, 700, false, 50);
  private static final Usage WORST = new Usage("openai", "gpt", 1_000, 0, 0, 9_000, true, 0);
  private static final TryTable TABLE =
      new TryTable(TestDynamoDb.client(), TestDynamoDb.settings("leased-"));

  private final ModelCall call =
      WorkerCalls.call(WorkerCalls.newTurn()).with(new Lease(2, new Amount(1_000, 9_000)));
  private final LeasedCall leased = new LeasedCall(call, TABLE);

  @BeforeAll
  static void table() {
    TABLE.create();
    TABLE.create();
  }

  @Test
  void a_model_is_asked_as_often_as_the_lease_says() throws Exception {
    leased.take(MODEL);
    leased.take(MODEL);
    assertThatThrownBy(() -> leased.take(MODEL))
        .isInstanceOfSatisfying(
            ModelException.class,
            over -> assertThat(over.reason()).isEqualTo(ModelFailure.OVER_BUDGET));
  }

  @Test
  void what_is_told_is_kept_and_told_again_after_a_crash() throws Exception {
    leased.take(MODEL);
    assertThat(leased.close(answer())).isEqualTo(answer());

    var again = new LeasedCall(call, TABLE);
    assertThat(again.report()).contains(answer());
    assertThatThrownBy(() -> again.take(MODEL)).isInstanceOf(ModelException.class);
  }

  @Test
  void a_try_whose_worker_is_gone_is_told_at_its_worst() throws Exception {
    leased.take(MODEL);

    var again = new LeasedCall(call, TABLE);
    assertThat(again.report()).isEmpty();
    again.take(MODEL);
    assertThat(again.close(answer())).isEqualTo(answer(new FailedTry(ModelFailure.LOST, WORST)));
  }

  @Test
  void of_two_workers_the_first_to_be_done_is_believed_and_every_try_is_counted() throws Exception {
    var other = new LeasedCall(call, TABLE);
    leased.take(MODEL);
    other.take(MODEL);
    var told = leased.close(answer());
    assertThat(told).isEqualTo(answer(new FailedTry(ModelFailure.LOST, WORST)));
    assertThat(other.close(failure())).isEqualTo(told);
  }

  @Test
  void a_report_that_forgets_a_try_is_not_taken() throws Exception {
    leased.take(MODEL);
    leased.take(MODEL);
    assertThat(TABLE.close(call.ask(), 1, answer(), Instant.now())).isFalse();
    assertThat(TABLE.close(call.ask(), 0, answer(), Instant.now())).isFalse();
    assertThat(TABLE.close(call.ask(), 2, answer(), Instant.now())).isTrue();
  }

  @Test
  void a_call_that_asked_nobody_is_told_once_too() throws Exception {
    assertThat(leased.close(failure())).isEqualTo(failure());
    var again = new LeasedCall(call, TABLE);
    assertThatThrownBy(() -> again.take(MODEL)).isInstanceOf(ModelException.class);
    assertThat(again.report()).contains(failure());
  }

  private ModelAnswered answer(FailedTry... failed) {
    return new ModelAnswered(
        call.user(), call.turn(), call.ask(), "a1", null, List.of(), PAID, List.of(failed));
  }

  private ModelFailed failure() {
    return new ModelFailed(
        call.user(), call.turn(), call.ask(), ModelFailure.UNAVAILABLE, List.of());
  }
}

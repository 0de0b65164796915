package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.testsupport.ScriptedAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelStopTest {
  private final WorkerCalls calls = new WorkerCalls();

  @AfterAll
  void close() throws InterruptedException {
    calls.close();
  }

  @Test
  void a_stop_ends_the_call_and_hangs_up() throws Exception {
    int before = calls.provider.abandoned();
    ModelCall call = calls.ask(ScriptedAnswer.stream().text("Un").hang());
    calls.publish(call);
    await().until(() -> calls.tail.deltas(call.ask()).size() == 1);
    calls.stop(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.STOPPED);
    await().until(() -> calls.provider.abandoned() == before + 1);
  }

  @Test
  void a_stop_that_overtakes_its_call_is_kept() throws Exception {
    ModelCall first = calls.ask(ScriptedAnswer.stream().text("Un").hang());
    ModelCall call = calls.ask();
    calls.publish(first);
    await().until(() -> calls.tail.deltas(first.ask()).size() == 1);
    calls.stop(call);
    calls.stop(first);
    // Both stops are in one partition: once the second has worked, the first is known.
    assertThat(calls.failure(first)).isEqualTo(ModelFailure.STOPPED);
    calls.publish(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.STOPPED);
  }

  @Test
  void counts_unreadable_control_records_and_goes_on() throws Exception {
    double before = calls.service.deadLetters("control");
    calls.publisher.publish(Topics.CONTROL, null, calls.ask(), null).get();
    await().until(() -> calls.service.deadLetters("control") == before + 1);
  }

  @Test
  void a_stop_in_the_name_of_another_user_stops_nothing() throws Exception {
    double before = calls.service.deadLetters("control");
    ModelCall call = calls.ask(ScriptedAnswer.stream().text("Un").hang());
    calls.publish(call);
    await().until(() -> calls.tail.deltas(call.ask()).size() == 1);
    var forged = new StopCall(new UserId("u-eve"), call.turn(), call.ask());
    calls.publisher.publish(Topics.CONTROL, null, forged, null).get();
    await().until(() -> calls.service.deadLetters("control") == before + 1);
    assertThat(calls.tail.reports(call.ask())).isEmpty();
    calls.stop(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.STOPPED);
  }

  @Test
  void a_call_cut_short_by_the_services_stop_is_done_by_the_next() throws Exception {
    calls.restart("rendezvous.model.worker.drain-timeout=50ms");
    ModelCall call =
        calls.ask(ScriptedAnswer.stream().text("Un").hang(), ScriptedAnswer.saying("Deux"));
    calls.publish(call);
    await().until(() -> calls.tail.deltas(call.ask()).size() == 1);
    calls.service.close();
    assertThat(calls.tail.reports(call.ask())).isEmpty();
    calls.restart();
    assertThat(calls.vault.open(WorkerCalls.ANA, ((ModelAnswered) calls.report(call)).text()))
        .isEqualTo("Deux");
  }
}

package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.testsupport.ScriptedAnswer;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelWorkerFailuresTest {
  private final WorkerCalls calls = new WorkerCalls();

  @AfterAll
  void close() throws InterruptedException {
    calls.close();
  }

  @Test
  void reports_failure_after_the_last_try() throws Exception {
    ScriptedAnswer broken = ScriptedAnswer.status(503, "overloaded");
    ModelCall call = calls.ask(broken, broken, broken);
    calls.publish(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.UNAVAILABLE);
  }

  @Test
  void reports_a_refused_key_at_once() throws Exception {
    ModelCall call = calls.ask(ScriptedAnswer.status(401, "no"));
    calls.publish(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.UNAUTHORIZED);
  }

  @Test
  void does_not_ask_once_the_deadline_has_passed() throws Exception {
    ModelCall call = calls.ask();
    calls.publish(calls.until(call, Instant.now().minusSeconds(1)));
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.TIMED_OUT);
  }

  @Test
  void reports_texts_that_do_not_open() throws Exception {
    TurnId turn = calls.newTurn();
    var foreign = calls.vault.seal(new UserId("u-bob"), "Bonjour");
    ModelCall call = calls.call(turn, new UserSaid(turn, foreign));
    calls.publish(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.REJECTED);
  }

  @Test
  void sets_aside_a_call_for_somebody_elses_conversation() throws Exception {
    ModelCall own = calls.ask();
    ModelCall call =
        new ModelCall(
            new UserId("u-bob"),
            own.turn(),
            1,
            own.ask(),
            3,
            own.purpose(),
            own.askedAt(),
            own.deadline(),
            own.preferences(),
            null,
            null,
            own.messages(),
            own.toolsHash(),
            own.lease());
    calls.publish(call);
    await()
        .until(
            () ->
                calls
                    .tail
                    .records(Topics.MODEL_CALLS.deadLetters())
                    .anyMatch(record -> own.turn().conversation().value().equals(record.key())));
    assertThat(calls.tail.reports(call.ask())).isEmpty();
  }

  @Test
  void an_answer_too_large_for_a_record_is_none() throws Exception {
    String[] pieces = IntStream.range(0, 600).mapToObj(_ -> "é".repeat(500)).toArray(String[]::new);
    ModelCall call = calls.ask(ScriptedAnswer.saying(pieces));
    calls.publish(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.INCOMPLETE);
  }
}

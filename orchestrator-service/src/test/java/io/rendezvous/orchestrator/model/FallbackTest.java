package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.Usage;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import io.rendezvous.testsupport.ScriptedProvider;
import io.rendezvous.testsupport.ScriptedWire;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gemini fails in every way there is, and OpenAI answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FallbackTest {
  private static final Lease TWO_TRIES = new Lease(2, new Amount(10_000, 0));

  private final ScriptedProvider gemini = ScriptedProvider.start(ScriptedWire.GEMINI);
  private final WorkerCalls calls = new WorkerCalls();

  @BeforeAll
  void both() {
    start();
  }

  /** With circuits that are closed. */
  private void start() {
    calls.restart(
        "rendezvous.model.providers.gemini.api-key=some-key",
        "rendezvous.model.providers.gemini.base-url=" + gemini.baseUrl(),
        "rendezvous.model.providers.gemini.limits.first-byte=3s",
        "rendezvous.model.providers.gemini.limits.idle=3s",
        "rendezvous.model.circuit.least-calls=1000",
        "rendezvous.model.circuit.window=1000");
  }

  @AfterAll
  void close() throws InterruptedException {
    calls.close();
    gemini.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("bad key", ScriptedAnswer.status(401, "no"), ModelFailure.UNAUTHORIZED, 1),
        arguments("bad request", ScriptedAnswer.status(400, "no"), ModelFailure.REJECTED, 1),
        arguments("too many", ScriptedAnswer.status(429, "no"), ModelFailure.RATE_LIMITED, 3),
        arguments("overloaded", ScriptedAnswer.status(503, "no"), ModelFailure.UNAVAILABLE, 3),
        arguments("hang", ScriptedAnswer.hanging(), ModelFailure.TIMED_OUT, 1),
        arguments("stall", ScriptedAnswer.stream().text("un ").hang(), ModelFailure.TIMED_OUT, 1),
        arguments("cut", ScriptedAnswer.stream().text("un ").cut(), ModelFailure.INCOMPLETE, 3),
        arguments("early end", ScriptedAnswer.stream().text("un"), ModelFailure.INCOMPLETE, 3),
        arguments(
            "bad JSON",
            ScriptedAnswer.stream().text("un").data("{[").end(Ending.STOP),
            ModelFailure.INCOMPLETE,
            3),
        arguments("empty", ScriptedAnswer.stream().end(Ending.STOP), ModelFailure.INCOMPLETE, 3),
        arguments(
            "10 MB", ScriptedAnswer.saying("x".repeat(10_000_000)), ModelFailure.INCOMPLETE, 3),
        arguments(
            "filtered",
            ScriptedAnswer.stream().text("un").end(Ending.FILTERED),
            ModelFailure.FILTERED,
            1),
        arguments(
            "malformed call",
            ScriptedAnswer.stream().end(Ending.MALFORMED_CALL),
            ModelFailure.MALFORMED,
            2));
  }

  @ParameterizedTest(name = "{0}: {2}, {3} times")
  @MethodSource("faults")
  void the_next_provider_answers_and_the_report_says_so(
      String fault, ScriptedAnswer answer, ModelFailure reason, int times) throws Exception {
    gemini.otherwise(_ -> answer);
    ModelCall call = calls.ask(ScriptedAnswer.saying("Voilà ", "la suite"));
    calls.publish(call);
    var answered = (ModelAnswered) calls.report(call);
    calls.awaitStreamed(call, answered.attempt(), "Voilà la suite");
    assertThat(answered.usage().provider()).isEqualTo("openai");
    assertThat(answered.failed())
        .extracting(FailedTry::reason)
        .isEqualTo(Collections.nCopies(times, reason));
    assertThat(answered.failed())
        .allSatisfy(it -> assertThat(it.usage().provider()).isEqualTo("gemini"));
  }

  @Test
  void an_answer_that_broke_off_is_counted_as_an_estimate() throws Exception {
    gemini.otherwise(_ -> ScriptedAnswer.stream().text("un deux trois quatre").hang());
    ModelCall call = calls.ask(ScriptedAnswer.saying("Voilà"));
    calls.publish(call);
    Usage estimate = ((ModelAnswered) calls.report(call)).failed().getFirst().usage();
    assertThat(estimate.estimated()).isTrue();
    assertThat(estimate.inputTokens()).isGreaterThan(100);
    assertThat(estimate.outputTokens()).isEqualTo(5);
  }

  @Test
  void a_rest_that_a_provider_asks_for_is_kept_by_every_call() throws Exception {
    gemini.otherwise(_ -> ScriptedAnswer.status(429, "no").header("Retry-After", "600"));
    int before = gemini.requests().size();
    for (ModelFailure reason : List.of(ModelFailure.RATE_LIMITED, ModelFailure.PASSED_OVER)) {
      ModelCall call = calls.ask(ScriptedAnswer.saying("Voilà"));
      calls.publish(call);
      assertThat(((ModelAnswered) calls.report(call)).failed())
          .extracting(FailedTry::reason)
          .containsExactly(reason);
    }
    assertThat(gemini.requests()).hasSize(before + 1);
    start();
  }

  @Test
  void with_few_tries_each_provider_has_one() throws Exception {
    gemini.otherwise(_ -> ScriptedAnswer.status(503, "overloaded"));
    ModelCall call = calls.ask(ScriptedAnswer.saying("Voilà")).with(TWO_TRIES);
    calls.publish(call);
    assertThat(((ModelAnswered) calls.report(call)).failed())
        .extracting(FailedTry::reason)
        .containsExactly(ModelFailure.UNAVAILABLE);
  }

  @Test
  void what_failed_is_the_reason_though_no_try_is_left() throws Exception {
    gemini.otherwise(_ -> ScriptedAnswer.status(503, "overloaded"));
    ModelCall call = calls.ask(ScriptedAnswer.status(503, "overloaded")).with(TWO_TRIES);
    calls.publish(call);
    assertThat(calls.failure(call)).isEqualTo(ModelFailure.UNAVAILABLE);
  }

  @Test
  void where_all_fail_the_report_has_every_try() throws Exception {
    gemini.otherwise(_ -> ScriptedAnswer.status(401, "no"));
    ScriptedAnswer broken = ScriptedAnswer.status(503, "overloaded");
    ModelCall call = calls.ask(broken, broken, broken);
    calls.publish(call);
    var failed = (ModelFailed) calls.report(call);
    assertThat(failed.reason()).isEqualTo(ModelFailure.UNAVAILABLE);
    assertThat(failed.failed())
        .extracting(it -> it.usage().provider(), FailedTry::reason)
        .containsExactly(
            tuple("gemini", ModelFailure.UNAUTHORIZED),
            tuple("openai", ModelFailure.UNAVAILABLE),
            tuple("openai", ModelFailure.UNAVAILABLE),
            tuple("openai", ModelFailure.UNAVAILABLE));
  }
}

package io.rendezvous.orchestrator.model.provider;

import static io.rendezvous.orchestrator.model.provider.ProviderCalls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every provider fails in the same ways, whatever its wire makes of them. */
@ParameterizedClass
@EnumSource(Provider.class)
class ProviderFailuresTest {
  private final Provider provider;
  private final ProviderCalls calls;

  ProviderFailuresTest(Provider provider) {
    this.provider = provider;
    calls = new ProviderCalls(provider);
  }

  @AfterEach
  void close() {
    calls.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("bad key", ScriptedAnswer.status(401, "no"), ModelFailure.UNAUTHORIZED),
        arguments("forbidden", ScriptedAnswer.status(403, "no"), ModelFailure.UNAUTHORIZED),
        arguments("bad request", ScriptedAnswer.status(400, "no"), ModelFailure.REJECTED),
        arguments("no such model", ScriptedAnswer.status(404, "no"), ModelFailure.REJECTED),
        arguments("too many", ScriptedAnswer.status(429, "no"), ModelFailure.RATE_LIMITED),
        arguments("broken", ScriptedAnswer.status(500, "no"), ModelFailure.UNAVAILABLE),
        arguments("overloaded", ScriptedAnswer.status(503, "no"), ModelFailure.UNAVAILABLE),
        arguments("cut", ScriptedAnswer.stream().text("un ").cut(), ModelFailure.INCOMPLETE),
        arguments("cut at once", ScriptedAnswer.stream().cut(), ModelFailure.UNAVAILABLE),
        arguments(
            "end without finish", ScriptedAnswer.stream().text("un"), ModelFailure.INCOMPLETE),
        arguments(
            "end mark without finish",
            ScriptedAnswer.stream().text("un").end(Ending.NONE),
            ModelFailure.INCOMPLETE),
        arguments(
            "a call, but no finish",
            ScriptedAnswer.stream().toolCall(0, "list_events", "{}").end(Ending.NONE),
            ModelFailure.INCOMPLETE),
        arguments(
            "bad JSON",
            ScriptedAnswer.stream()
                .text("un")
                .data("{\"choices\":[{")
                .text("deux")
                .end(Ending.STOP),
            ModelFailure.INCOMPLETE),
        arguments(
            "error in the stream",
            ScriptedAnswer.stream().text("un").error("overloaded"),
            ModelFailure.INCOMPLETE),
        arguments(
            "filtered",
            ScriptedAnswer.stream().text("un").end(Ending.FILTERED),
            ModelFailure.FILTERED),
        arguments(
            "too many tokens",
            ScriptedAnswer.stream().text("un").end(Ending.LENGTH),
            ModelFailure.INCOMPLETE),
        arguments(
            "cut arguments",
            ScriptedAnswer.stream()
                .toolCallStart(0, "create_event")
                .toolCallPiece(0, "{\"title\":")
                .end(Ending.LENGTH),
            ModelFailure.INCOMPLETE),
        arguments(
            "malformed call",
            ScriptedAnswer.stream().text("un").end(Ending.MALFORMED_CALL),
            ModelFailure.MALFORMED),
        arguments("empty", ScriptedAnswer.stream().end(Ending.STOP), ModelFailure.INCOMPLETE),
        arguments("blank", ScriptedAnswer.saying("  \n"), ModelFailure.INCOMPLETE),
        arguments("nothing", ScriptedAnswer.stream(), ModelFailure.INCOMPLETE),
        arguments("10 MB", ScriptedAnswer.saying("x".repeat(10_000_000)), ModelFailure.INCOMPLETE),
        arguments(
            "10 MB in small pieces",
            ScriptedAnswer.stream().text(pieces(10_000_000 / 1_000)),
            ModelFailure.INCOMPLETE));
  }

  private static String[] pieces(int count) {
    return Stream.generate(() -> "x".repeat(1_000)).limit(count).toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("faults")
  void no_whole_answer(String fault, ScriptedAnswer answer, ModelFailure reason) {
    calls.server.then(answer);
    assertFails(calls, request(), reason);
  }

  static Stream<Arguments> silences() {
    return Stream.of(
        arguments("hang", ScriptedAnswer.hanging()),
        arguments("stall", ScriptedAnswer.stream().text("un ", "deux").hang()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("silences")
  void silence_is_not_waited_for(String fault, ScriptedAnswer answer) {
    try (var impatient = new ProviderCalls(provider, Duration.ofMillis(400))) {
      impatient.server.then(answer);
      var failure = assertFails(impatient, request(), ModelFailure.TIMED_OUT);
      // It may have thought all the time.
      assertThat(failure.usage().estimated()).isTrue();
      assertThat(failure.usage().inputTokens()).isPositive();
    }
  }

  @Test
  void a_refused_connection_is_unavailable() {
    calls.server.close();
    assertThat(assertFails(calls, request(), ModelFailure.UNAVAILABLE).usage()).isNull();
  }

  @Test
  void a_passed_deadline_is_not_even_sent() {
    assertFails(calls, ProviderCalls.request(Duration.ofSeconds(-1)), ModelFailure.TIMED_OUT);
    assertThat(calls.server.requests()).isEmpty();
  }

  @Test
  void keeps_how_long_to_wait() {
    calls.server.then(ScriptedAnswer.status(429, "slow down").header("Retry-After", "7"));
    assertThat(assertFails(calls, request(), ModelFailure.RATE_LIMITED).retryAfter())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void keeps_until_when_to_wait() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(90).atOffset(ZoneOffset.UTC));
    calls.server.then(ScriptedAnswer.status(503, "later").header("Retry-After", date));
    assertThat(assertFails(calls, request(), ModelFailure.UNAVAILABLE).retryAfter())
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
  }

  @Test
  void nobody_waits_for_ever_nor_for_what_waiting_does_not_mend() {
    calls.server.then(ScriptedAnswer.status(503, "later").header("Retry-After", "999999999"));
    assertThat(assertFails(calls, request(), ModelFailure.UNAVAILABLE).retryAfter())
        .isEqualTo(Duration.ofMinutes(10));
    calls.server.then(ScriptedAnswer.status(400, "no").header("Retry-After", "7"));
    assertThat(assertFails(calls, request(), ModelFailure.REJECTED).retryAfter()).isNull();
  }

  @Test
  void keeps_what_a_failed_answer_took() {
    calls.server.then(ScriptedAnswer.stream().text("un").end(Ending.LENGTH));
    assertThat(assertFails(calls, request(), ModelFailure.INCOMPLETE).usage().outputTokens())
        .isEqualTo(7);
  }

  /** Whatever fails, neither key nor address nor prompt is told. */
  static ModelException assertFails(
      ProviderCalls calls, ModelRequest request, ModelFailure reason) {
    var failure =
        catchThrowableOfType(ModelException.class, () -> calls.model.answer(request, _ -> {}));
    assertThat(failure.reason()).isEqualTo(reason);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString())
          .doesNotContain(ProviderCalls.KEY, "127.0.0.1", "chat/completions", "Bonjour");
    }
    return failure;
  }
}

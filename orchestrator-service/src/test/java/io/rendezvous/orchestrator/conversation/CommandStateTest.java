package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.calls;
import static io.rendezvous.orchestrator.conversation.Scenario.cancel;
import static io.rendezvous.orchestrator.conversation.Scenario.create;
import static io.rendezvous.orchestrator.conversation.Scenario.deadline;
import static io.rendezvous.orchestrator.conversation.Scenario.failed;
import static io.rendezvous.orchestrator.conversation.Scenario.fails;
import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row for each command in each state: what it leads to, or a dash for nothing. */
class CommandStateTest {
  private static final AskId STALE = AskId.of(turn("t1"), 9, "stale");

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          new           | create         | ConversationCreated
          new           | submit         | ConversationCreated PromptAccepted TurnStarted ModelAsked
          new           | submit or not  | ConversationCreated PromptAccepted TurnStarted ModelAsked
          new           | interrupt      | ConversationCreated PromptAccepted TurnStarted ModelAsked
          new           | steer          | ConversationCreated PromptAccepted TurnStarted ModelAsked
          new           | cancel         | -
          new           | deadline       | -
          new           | answer         | -
          new           | wants a tool   | -
          new           | model fails    | -
          new           | tool finishes  | -
          new           | tool fails     | -
          idle          | create         | -
          idle          | submit         | PromptAccepted TurnStarted ModelAsked
          idle          | submit or not  | PromptAccepted TurnStarted ModelAsked
          idle          | interrupt      | PromptAccepted TurnStarted ModelAsked
          idle          | steer          | PromptAccepted TurnStarted ModelAsked
          idle          | repeat         | -
          idle          | other body     | PromptRefused
          idle          | cancel         | -
          idle          | deadline       | -
          idle          | answer         | -
          idle          | stale answer   | -
          idle          | model fails    | -
          idle          | tool finishes  | -
          idle          | tool fails     | -
          awaiting model| create         | -
          awaiting model| submit         | PromptAccepted
          awaiting model| submit or not  | PromptRefused
          awaiting model| interrupt      | PromptAccepted TurnEnded TurnStarted ModelAsked
          awaiting model| steer          | PromptAccepted TurnEnded
          awaiting model| repeat         | -
          awaiting model| other body     | PromptRefused
          awaiting model| cancel         | TurnEnded
          awaiting model| deadline       | TurnEnded
          awaiting model| answer         | ModelResponded TurnEnded
          awaiting model| wants a tool   | ModelResponded ToolAsked
          awaiting model| stale answer   | -
          awaiting model| model fails    | ModelGaveUp TurnEnded
          awaiting model| stale failure  | -
          awaiting model| tool finishes  | -
          awaiting model| tool fails     | -
          awaiting tools| create         | -
          awaiting tools| submit         | PromptAccepted
          awaiting tools| submit or not  | PromptRefused
          awaiting tools| interrupt      | PromptAccepted TurnEnded TurnStarted ModelAsked
          awaiting tools| steer          | PromptAccepted TurnEnded
          awaiting tools| repeat         | -
          awaiting tools| other body     | PromptRefused
          awaiting tools| cancel         | TurnEnded
          awaiting tools| deadline       | TurnEnded
          awaiting tools| answer         | -
          awaiting tools| stale answer   | -
          awaiting tools| model fails    | -
          awaiting tools| tool finishes  | ToolSucceeded ModelAsked
          awaiting tools| tool fails     | ToolRefused ModelAsked
          awaiting tools| stale tool     | -
          owing         | submit         | PromptAccepted TurnStarted ModelAsked
          owing         | cancel         | -
          owing         | deadline       | -
          owing         | answer         | -
          owing         | model fails    | -
          owing         | tool finishes  | ToolSucceeded
          owing         | tool fails     | ToolRefused
          owing         | stale tool     | -
          owing a model | submit         | PromptAccepted TurnStarted ModelAsked
          owing a model | cancel         | -
          owing a model | deadline       | -
          owing a model | answer         | ModelSettled
          owing a model | wants a tool   | ModelSettled
          owing a model | stale answer   | -
          owing a model | model fails    | ModelSettled
          owing a model | stale failure  | -
          settled       | answer         | -
          settled       | model fails    | -
          """)
  void leads_to(String state, String command, String events) {
    Scenario talk = in(state);
    String found =
        talk.decide(command(talk, command)).stream()
            .map(event -> event.getClass().getSimpleName())
            .collect(Collectors.joining(" "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(events);
  }

  private static Scenario in(String state) {
    var talk = new Scenario();
    switch (state) {
      case "new" -> {}
      case "idle" -> {
        talk.when(prompt("t1"));
        talk.when(says(turn("t1"), talk.ask(), "bonjour"));
      }
      case "awaiting model" -> talk.when(prompt("t1"));
      case "awaiting tools" -> talk.booking("t1");
      case "owing" -> {
        talk.booking("t1");
        talk.when(cancel("t1"));
      }
      case "owing a model" -> {
        talk.when(prompt("t1"));
        talk.when(cancel("t1"));
      }
      case "settled" -> {
        talk.when(prompt("t1"));
        talk.when(cancel("t1"));
        talk.when(says(turn("t1"), firstAsk(talk), "bonjour"));
      }
      default -> throw new AssertionError(state);
    }
    return talk.later(Limits.DEFAULT.turnTime());
  }

  private static Command command(Scenario talk, String command) {
    AskId ask = firstAsk(talk);
    CallId call = CallId.of(turn("t1"), 1, 0);
    return switch (command) {
      case "create" -> create();
      case "submit" -> prompt("t2");
      case "submit or not" -> prompt("t2", "t2", PromptPolicy.REJECT);
      case "interrupt" -> prompt("t2", "t2", PromptPolicy.INTERRUPT);
      case "steer" -> prompt("t2", "t2", PromptPolicy.STEER);
      case "repeat" -> prompt("t1");
      case "other body" -> prompt("t1", "other", PromptPolicy.ENQUEUE);
      case "cancel" -> cancel("t1");
      case "deadline" -> deadline("t1");
      case "answer" -> says(turn("t1"), ask, "bonjour");
      case "wants a tool" -> calls(turn("t1"), ask, ToolCatalogue.CREATE_EVENT);
      case "stale answer" -> says(turn("t1"), STALE, "bonjour");
      case "model fails" -> fails(turn("t1"), ask);
      case "stale failure" -> fails(turn("t1"), STALE);
      case "tool finishes" -> finished(call, ask);
      case "tool fails" -> failed(call, ask);
      case "stale tool" -> finished(call, STALE);
      default -> throw new AssertionError(command);
    };
  }

  private static AskId firstAsk(Scenario talk) {
    return talk.log().stream()
        .flatMap(decision -> decision.events().stream())
        .map(NumberedEvent::event)
        .filter(ModelAsked.class::isInstance)
        .map(event -> ((ModelAsked) event).ask())
        .findFirst()
        .orElse(STALE);
  }
}

package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.action;
import static io.rendezvous.orchestrator.conversation.Scenario.calls;
import static io.rendezvous.orchestrator.conversation.Scenario.cancel;
import static io.rendezvous.orchestrator.conversation.Scenario.create;
import static io.rendezvous.orchestrator.conversation.Scenario.deadline;
import static io.rendezvous.orchestrator.conversation.Scenario.decides;
import static io.rendezvous.orchestrator.conversation.Scenario.expired;
import static io.rendezvous.orchestrator.conversation.Scenario.failed;
import static io.rendezvous.orchestrator.conversation.Scenario.fails;
import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.needs;
import static io.rendezvous.orchestrator.conversation.Scenario.outside;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static io.rendezvous.orchestrator.conversation.Scenario.says;
import static io.rendezvous.orchestrator.conversation.Scenario.turn;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row for each command in each state: what it leads to, or a dash for nothing. */
class CommandStateTest {
  private static final CallId UNDO = CallId.of(turn("t1"), 2, 0);
  private static final AskId UNDO_ASK = AskId.of(turn("t1"), 0, ToolCatalogue.UNDO_TURN);
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
          new           | act            | ConversationCreated ActionAccepted TurnStarted ToolAsked
          new           | act unknown    | ConversationCreated ActionAccepted TurnStarted ToolRefused TurnEnded
          new           | roll back      | ConversationCreated PromptAccepted TurnStarted ModelAsked
          new           | needs approval | -
          new           | approve        | ApprovalRefused
          new           | reject         | ApprovalRefused
          new           | approval late  | -
          idle          | act            | ActionAccepted TurnStarted ToolAsked
          idle          | roll back      | PromptAccepted TurnStarted ModelAsked
          idle          | needs approval | -
          idle          | approve        | ApprovalRefused
          idle          | approval late  | -
          awaiting model| act            | ActionAccepted
          awaiting model| roll back      | PromptAccepted TurnEnded TurnStarted ModelAsked
          awaiting model| needs approval | -
          awaiting model| approve        | ApprovalRefused
          awaiting model| approval late  | -
          awaiting tools| act            | ActionAccepted
          awaiting tools| roll back      | PromptAccepted TurnEnded RollbackStarted
          awaiting tools| needs approval | ApprovalRequested
          awaiting tools| needs stale    | -
          awaiting tools| approve        | ApprovalRefused
          awaiting tools| reject         | ApprovalRefused
          awaiting tools| approval late  | -
          owing         | act            | ActionAccepted TurnStarted ToolAsked
          owing         | roll back      | PromptAccepted TurnStarted ModelAsked
          owing         | needs approval | ToolRefused
          owing         | needs stale    | -
          owing         | approve        | ApprovalRefused
          owing         | approval late  | -
          asking        | submit         | PromptAccepted
          asking        | submit or not  | PromptRefused
          asking        | steer          | PromptAccepted TurnEnded
          asking        | act            | ActionAccepted
          asking        | interrupt      | PromptAccepted ApprovalWithdrawn ToolRefused TurnEnded TurnStarted ModelAsked
          asking        | roll back      | PromptAccepted ApprovalWithdrawn ToolRefused TurnEnded RollbackStarted ToolAsked
          asking        | cancel         | ApprovalWithdrawn ToolRefused TurnEnded
          asking        | deadline       | -
          asking        | needs approval | -
          asking        | approve        | ApprovalDecided
          asking        | reject         | ApprovalDecided ToolRefused ModelAsked
          asking        | approval late  | -
          asking        | tool finishes  | ApprovalWithdrawn ToolSucceeded ModelAsked
          asking        | tool fails     | ApprovalWithdrawn ToolRefused ModelAsked
          asking        | stale tool     | -
          unanswered    | deadline       | -
          unanswered    | approve        | ApprovalRefused
          unanswered    | approval late  | ApprovalWithdrawn ToolRefused ModelAsked
          forgotten     | deadline       | ApprovalWithdrawn ToolRefused TurnEnded
          approved      | needs approval | -
          approved      | approve        | ApprovalRefused
          approved      | reject         | ApprovalRefused
          approved      | approval late  | -
          approved      | cancel         | TurnEnded
          approved      | tool finishes  | ToolSucceeded ModelAsked
          approved      | tool fails     | ToolRefused ModelAsked
          approved owed | needs approval | -
          approved owed | tool finishes  | ToolSucceeded
          rejected      | approve        | ApprovalRefused
          rejected      | needs approval | -
          rejected      | tool finishes  | -
          acting        | act            | -
          acting        | act otherwise  | PromptRefused
          acting        | submit         | PromptAccepted
          acting        | submit or not  | PromptRefused
          acting        | steer          | PromptAccepted
          acting        | interrupt      | PromptAccepted TurnEnded TurnStarted ModelAsked
          acting        | roll back      | PromptAccepted TurnEnded RollbackStarted
          acting        | cancel action  | TurnEnded
          acting        | action late    | TurnEnded
          acting        | action done    | ToolSucceeded TurnEnded
          acting        | action fails   | ToolRefused TurnEnded
          acting        | action needs   | ApprovalRequested
          rolling back  | submit         | PromptAccepted
          rolling back  | submit or not  | PromptRefused
          rolling back  | interrupt      | PromptAccepted
          rolling back  | steer          | PromptAccepted
          rolling back  | roll back      | PromptAccepted
          rolling back  | act            | ActionAccepted
          rolling back  | cancel         | -
          rolling back  | deadline       | RollbackGaveUp TurnStarted ModelAsked
          rolling back  | tool finishes  | ToolSucceeded ToolAsked
          rolling back  | tool fails     | ToolRefused ToolAsked
          rolling back  | needs approval | ToolRefused ToolAsked
          rolling back  | stale tool     | -
          rolling back  | undone         | -
          undoing       | submit         | PromptAccepted
          undoing       | deadline       | RollbackGaveUp TurnStarted ModelAsked
          undoing       | tool finishes  | -
          undoing       | undone         | ToolSucceeded TurnStarted ModelAsked
          undoing       | not undone     | ToolRefused TurnStarted ModelAsked
          undoing       | undo needs     | -
          gave up       | undone         | ToolSucceeded
          gave up       | deadline       | -
          rolled back   | undone         | -
          rolled back   | tool finishes  | -
          new           | others change  | ConversationCreated CalendarChanged
          idle          | others change  | CalendarChanged
          awaiting model| others change  | CalendarChanged
          awaiting tools| others change  | CalendarChanged
          owing         | others change  | CalendarChanged
          asking        | others change  | CalendarChanged
          acting        | others change  | CalendarChanged
          rolling back  | others change  | CalendarChanged
          told          | others change  | -
          told          | submit         | PromptAccepted TurnStarted ModelAsked
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
      case "asking", "unanswered", "forgotten" -> talk.awaitingApproval("t1");
      case "approved", "approved owed" -> {
        OpenCall call = talk.awaitingApproval("t1");
        talk.when(decides(call.call(), Verdict.APPROVE));
        if (state.equals("approved owed")) {
          talk.when(cancel("t1"));
        }
      }
      case "rejected" -> {
        OpenCall call = talk.awaitingApproval("t1");
        talk.when(decides(call.call(), Verdict.REJECT));
      }
      case "told" -> talk.when(outside("o1"));
      case "acting" -> talk.when(action("a1", ToolCatalogue.CREATE_EVENT));
      case "rolling back" -> talk.rollingBack("t1", "t3");
      case "undoing", "gave up", "rolled back" -> {
        OpenCall call = talk.rollingBack("t1", "t3");
        talk.when(finished(call.call(), call.ask()));
        if (state.equals("gave up")) {
          talk.later(Limits.DEFAULT.rollbackTime());
          talk.when(deadline("t1"));
        } else if (state.equals("rolled back")) {
          talk.when(finished(UNDO, UNDO_ASK));
        }
      }
      default -> throw new AssertionError(state);
    }
    return talk.later(
        switch (state) {
          case "unanswered" -> Duration.ofMinutes(11);
          case "forgotten" -> Duration.ofMinutes(16);
          default -> Limits.DEFAULT.turnTime();
        });
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
      case "roll back" -> prompt("t2", "t2", PromptPolicy.ROLLBACK);
      case "act" -> action("a1", ToolCatalogue.CREATE_EVENT);
      case "act unknown" -> action("a1", "no_such_tool");
      case "act otherwise" ->
          new SubmitAction(
              Scenario.ANA,
              turn("a1"),
              ToolCatalogue.DELETE_EVENT,
              Scenario.text("other"),
              "other body",
              Preferences.DEFAULT);
      case "needs approval" -> needs(call, ask, talk.now().plus(Duration.ofMinutes(10)));
      case "needs stale" -> needs(call, STALE, talk.now().plus(Duration.ofMinutes(10)));
      case "approve" -> decides(call, Verdict.APPROVE);
      case "reject" -> decides(call, Verdict.REJECT);
      case "approval late" -> expired(call);
      case "cancel action" -> cancel("a1");
      case "action late" -> deadline("a1");
      case "action done" -> finished(talk.open().getFirst().call(), talk.open().getFirst().ask());
      case "action fails" -> failed(talk.open().getFirst().call(), talk.open().getFirst().ask());
      case "action needs" ->
          needs(talk.open().getFirst().call(), talk.open().getFirst().ask(), talk.now());
      case "undone" -> finished(UNDO, UNDO_ASK);
      case "not undone" -> failed(UNDO, UNDO_ASK);
      case "undo needs" -> needs(UNDO, UNDO_ASK, talk.now());
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
      case "others change" -> outside("o1");
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

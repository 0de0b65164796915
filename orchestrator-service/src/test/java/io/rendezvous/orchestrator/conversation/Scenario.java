package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Request;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A conversation that a test drives command by command. */
final class Scenario {
  static final UserId ANA = new UserId("u-ana");
  static final ConversationId CONVERSATION = new OwnerMarks(new byte[32]).mint(ANA, "test");
  static final Usage USAGE = new Usage("offline", "test", 1, 0, 1, 0, false, 1);
  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final Decider decider;
  private final List<Decision> log = new ArrayList<>();
  private Instant now = START;
  private Conversation state = Conversation.of(ANA);

  Scenario() {
    this(Limits.DEFAULT);
  }

  Scenario(Limits limits) {
    decider = new Decider(limits);
  }

  static Personal text(String text) {
    return new Personal("sealed:" + text, text.length(), "digest:" + text);
  }

  static TurnId turn(String key) {
    return TurnId.of(CONVERSATION, key);
  }

  static Request.SubmitPrompt prompt(String key, String body, PromptPolicy policy) {
    return new Request.SubmitPrompt(
        ANA, turn(key), text(body), null, "body:" + body, policy, Preferences.DEFAULT);
  }

  static Request.SubmitPrompt prompt(String key, Preferences preferences) {
    return new Request.SubmitPrompt(
        ANA, turn(key), text(key), null, "body:" + key, PromptPolicy.ENQUEUE, preferences);
  }

  static Request.SubmitPrompt prompt(String key) {
    return prompt(key, key, PromptPolicy.ENQUEUE);
  }

  static Request.CreateConversation create() {
    return new Request.CreateConversation(ANA, CONVERSATION, null, null, Map.of());
  }

  static Request.CancelTurn cancel(String key) {
    return new Request.CancelTurn(ANA, turn(key));
  }

  static Report.DeadlineReached deadline(String key) {
    return new Report.DeadlineReached(ANA, turn(key));
  }

  static Report.ModelAnswered says(TurnId turn, AskId ask, String text) {
    return new Report.ModelAnswered(ANA, turn, ask, "a1", text(text), List.of(), USAGE, List.of());
  }

  static Report.ModelAnswered calls(TurnId turn, AskId ask, String... names) {
    List<ToolRequest> requests =
        IntStream.range(0, names.length)
            .mapToObj(i -> new ToolRequest(names[i], text("arguments" + i)))
            .toList();
    return new Report.ModelAnswered(ANA, turn, ask, "a1", null, requests, USAGE, List.of());
  }

  static Report.ModelFailed fails(TurnId turn, AskId ask) {
    return new Report.ModelFailed(ANA, turn, ask, ModelFailure.UNAVAILABLE, List.of());
  }

  static Report.ToolFinished finished(CallId call, AskId ask) {
    return finished(call, ask, "done");
  }

  static Report.ToolFinished finished(CallId call, AskId ask, String result) {
    var receipt = new Receipt(Receipt.Kind.CREATED, "personal", "e1", "1", null);
    return new Report.ToolFinished(ANA, call, ask, text(result), receipt);
  }

  static Report.ToolFailed failed(CallId call, AskId ask) {
    return new Report.ToolFailed(ANA, call, ask, ToolFailure.NOT_FOUND, text("no"));
  }

  static Request.SubmitAction action(String key, String tool) {
    return new Request.SubmitAction(
        ANA, turn(key), tool, text("arguments of " + key), "body:" + key, Preferences.DEFAULT);
  }

  static Report.ApprovalNeeded needs(CallId call, AskId ask, Instant expiresAt) {
    return new Report.ApprovalNeeded(ANA, call, ask, text("summary"), expiresAt);
  }

  static Report.ApprovalExpired expired(CallId call) {
    return new Report.ApprovalExpired(ANA, ApprovalId.of(call));
  }

  static Request.DecideApproval decides(CallId call, Verdict verdict) {
    return new Request.DecideApproval(ANA, ApprovalId.of(call), verdict);
  }

  static Report.ToolFinished foreign(CallId call, AskId ask) {
    return new Report.ToolFinished(ANA, call, ask, text("what others wrote"), null, true);
  }

  static Report.ChangedOutside outside(String key) {
    return new Report.ChangedOutside(ANA, turn(key), text("changes " + key));
  }

  /** The ask that the running turn waits for, or whose tools it waits for. */
  AskId ask() {
    return switch (state.phase()) {
      case AwaitingModel awaited -> awaited.ask();
      case AwaitingTools tools -> tools.ask();
      default -> throw new AssertionError("nothing is asked in " + state.phase());
    };
  }

  List<OpenCall> open() {
    return state.phase().calls();
  }

  /** What the last decision made tools do. */
  List<ToolCall> sent() {
    return Consequences.toolCalls(log.getLast(), state).stream()
        .map(Consequences.RoutedCall::call)
        .toList();
  }

  Instant now() {
    return now;
  }

  Conversation state() {
    return state;
  }

  List<Decision> log() {
    return log;
  }

  Scenario later(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** What the command leads to, and nothing else is changed. */
  List<Event> decide(Command command) {
    return decider.decide(state, command, state.timeAt(now));
  }

  /** Decides and applies. */
  List<Event> when(Command command) {
    List<Event> events = decide(command);
    record(command, events);
    return events;
  }

  List<Event> whenDecidingFails(Command command) {
    List<Event> events = decider.contain(state, command, state.timeAt(now));
    record(command, events);
    return events;
  }

  private void record(Command command, List<Event> events) {
    if (!events.isEmpty()) {
      var numbered = new ArrayList<NumberedEvent>();
      events.forEach(
          event -> numbered.add(new NumberedEvent(state.nextSequence() + numbered.size(), event)));
      var decision = new Decision(ANA, CONVERSATION, state.timeAt(now), command, numbered);
      log.add(decision);
      state = Evolution.evolve(state, decision);
    }
  }

  /** Prompted, and the model has asked for these tools. */
  Scenario awaitingTools(String key, String... names) {
    when(prompt(key));
    when(calls(turn(key), ask(), names));
    return this;
  }

  /** In the middle of booking, which waits for its user for ten minutes. */
  OpenCall awaitingApproval(String key) {
    booking(key);
    OpenCall call = open().getFirst();
    when(needs(call.call(), call.ask(), now.plus(Duration.ofMinutes(10))));
    return call;
  }

  /**
   * The turn {@code key} is broken off by {@code next}, which undoes it, in the middle of booking.
   */
  OpenCall rollingBack(String key, String next) {
    booking(key);
    OpenCall call = open().getFirst();
    when(prompt(next, next, PromptPolicy.ROLLBACK));
    return call;
  }

  /** In the middle of booking: the turn {@code key} waits for one creation. */
  Scenario booking(String key) {
    return awaitingTools(key, ToolCatalogue.CREATE_EVENT);
  }
}

package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.ANA;
import static io.rendezvous.orchestrator.conversation.Scenario.CONVERSATION;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report.ApprovalExpired;
import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A world around the decider that a seed alone decides: users who ask, act, approve and change
 * their minds, workers and a calendar, with records delivered late, twice and out of order, and
 * processes that die between any two steps. What Kafka promises is kept: nothing that was written
 * is lost, and a decision is whole or not at all.
 */
final class Simulation {
  private static final int STEPS = 160;
  private static final int TURNS = 6;
  private static final int ACTIONS = 3;

  private final Random random;
  private final Decider decider =
      new Decider(
          new Limits(
              Duration.ofSeconds(30),
              Duration.ofSeconds(40),
              Duration.ofSeconds(20),
              3,
              400,
              20,
              2,
              4,
              2_500,
              800));

  /** Written and not yet taken in. */
  private final List<Command> inbox = new ArrayList<>();

  private final List<ModelCall> modelCalls = new ArrayList<>();
  private final List<ModelCall> everyModelCall = new ArrayList<>();
  private final List<ToolCall> toolCalls = new ArrayList<>();
  private final List<ToolCall> everyToolCall = new ArrayList<>();
  private final Set<CallId> calendar = new LinkedHashSet<>();

  /** Calls that the calendar will not carry out any more: what they were about has changed. */
  private final Set<CallId> closed = new LinkedHashSet<>();

  /** What others have changed, by the turn that tells it. */
  private final Set<TurnId> outside = new LinkedHashSet<>();

  private final List<Decision> log = new ArrayList<>();
  private Conversation live = Conversation.of(ANA);
  private Instant now = Scenario.START;
  private int submitted;

  Simulation(long seed) {
    random = new Random(seed);
  }

  /** Runs the world with faults, then lets everything that was begun come to its end. */
  Simulation run() {
    for (int i = 0; i < STEPS; i++) {
      step();
    }
    drain();
    return this;
  }

  private void step() {
    switch (random.nextInt(18)) {
      case 0 -> submit();
      case 1 -> cancelOne();
      case 2 -> now = now.plusMillis(random.nextInt(20_000));
      case 3 -> expire();
      case 4, 5 -> answerOne(random.nextInt(4) == 0);
      case 6 -> callOne(random.nextInt(4) == 0);
      case 7 -> restart();
      case 8 -> act();
      case 9 -> decideOne(live.approvals());
      case 10, 11 -> decideOne(live.awaitedApprovals());
      case 12 -> changeOutside();
      default -> deliverOne(random.nextInt(5) == 0);
    }
  }

  private void drain() {
    while (true) {
      while (!inbox.isEmpty() || !modelCalls.isEmpty() || !toolCalls.isEmpty()) {
        while (!inbox.isEmpty()) {
          deliverOne(false);
        }
        answerOne(false);
        callOne(false);
        if (random.nextBoolean()) {
          decideOne(live.awaitedApprovals());
        }
      }
      var due = live.dueTimes().stream().map(DueTime::at).min(Comparator.naturalOrder());
      if (due.isEmpty()) {
        break;
      }
      now = due.get().isAfter(now) ? due.get() : now;
      expire();
    }
    restart();
  }

  private void submit() {
    if (submitted < TURNS) {
      submitted++;
    }
    PromptPolicy[] policies = PromptPolicy.values();
    PromptPolicy policy = policies[random.nextInt(policies.length)];
    String key = "t" + random.nextInt(submitted);
    String body = random.nextInt(8) == 0 ? "another body" : key;
    inbox.add(Scenario.prompt(key, body, policy));
  }

  private void cancelOne() {
    inbox.add(Scenario.cancel("t" + random.nextInt(TURNS)));
  }

  private void act() {
    String key = "a" + random.nextInt(ACTIONS);
    String tool =
        random.nextInt(6) == 0
            ? "no_such_tool"
            : random.nextBoolean() ? ToolCatalogue.LIST_EVENTS : ToolCatalogue.CREATE_EVENT;
    inbox.add(Scenario.action(key, tool));
  }

  /** The user answers a question that she was asked, or changes her mind, or comes too late. */
  private void decideOne(List<KnownApproval> approvals) {
    if (!approvals.isEmpty()) {
      KnownApproval known = approvals.get(random.nextInt(approvals.size()));
      Verdict verdict = random.nextInt(3) == 0 ? Verdict.REJECT : Verdict.APPROVE;
      inbox.add(new DecideApproval(ANA, known.approval(), verdict));
    }
  }

  /** Something changes without us, and what a call that waits for its user is about may be it. */
  private void changeOutside() {
    var told = Scenario.outside("o" + random.nextInt(STEPS));
    outside.add(told.turn());
    inbox.add(told);
    for (KnownApproval known : live.awaitedApprovals()) {
      CallId call = known.approval().call();
      OpenCall open = OpenCall.find(live.phase().calls(), call).orElseThrow();
      if (!calendar.contains(call) && random.nextBoolean()) {
        closed.add(call);
        inbox.add(Scenario.failed(call, open.ask()));
      }
    }
  }

  /** Timers come when they are due, and stale ones too. */
  private void expire() {
    for (DueTime due : live.dueTimes()) {
      if (!due.at().isAfter(now) || random.nextInt(8) == 0) {
        inbox.add(
            TurnId.isTurnId(due.id())
                ? new DeadlineReached(ANA, new TurnId(due.id()))
                : new ApprovalExpired(ANA, new ApprovalId(due.id())));
      }
    }
  }

  /**
   * A model worker takes a call; one that dies before its report is written leaves the call where
   * it was.
   */
  private void answerOne(boolean dies) {
    if (modelCalls.isEmpty()) {
      return;
    }
    ModelCall call = modelCalls.get(random.nextInt(modelCalls.size()));
    if (!dies) {
      modelCalls.remove(call);
    }
    boolean written = !dies || random.nextBoolean();
    if (written) {
      inbox.add(report(call));
    }
  }

  private Command report(ModelCall call) {
    return switch (random.nextInt(8)) {
      case 4 -> Scenario.calls(call.turn(), call.ask(), ToolCatalogue.LIST_EVENTS);
      case 5 ->
          Scenario.calls(
              call.turn(), call.ask(), ToolCatalogue.CREATE_EVENT, ToolCatalogue.LIST_EVENTS);
      case 0 -> Scenario.fails(call.turn(), call.ask());
      case 1 -> Scenario.calls(call.turn(), call.ask(), "no_such_tool");
      case 2 ->
          Scenario.calls(
              call.turn(),
              call.ask(),
              ToolCatalogue.CREATE_EVENT,
              ToolCatalogue.MOVE_EVENT,
              ToolCatalogue.DELETE_EVENT);
      case 3 -> Scenario.calls(call.turn(), call.ask(), ToolCatalogue.CREATE_EVENT);
      default -> Scenario.says(call.turn(), call.ask(), "bonjour");
    };
  }

  /**
   * A calendar worker takes a call; it may die before the effect, between effect and report, or
   * after.
   */
  private void callOne(boolean dies) {
    if (toolCalls.isEmpty()) {
      return;
    }
    ToolCall call = toolCalls.get(random.nextInt(toolCalls.size()));
    if (!dies) {
      toolCalls.remove(call);
    }
    boolean takesEffect = takesEffect(call);
    if (takesEffect && (!dies || random.nextBoolean())) {
      calendar.add(call.call());
    }
    boolean known = !takesEffect || calendar.contains(call.call());
    if (!dies || (random.nextBoolean() && known)) {
      inbox.add(report(call));
    }
  }

  private boolean takesEffect(ToolCall call) {
    return ToolCatalogue.hasEffects(call.name())
        && !call.name().equals(ToolCatalogue.UNDO_TURN)
        && !isRefused(call)
        && (call.approval() != null || !needsApproval(call.call()));
  }

  private boolean isRefused(ToolCall call) {
    return call.call().hashCode() % 5 == 0 || closed.contains(call.call());
  }

  /** Some calls do. */
  static boolean needsApproval(CallId call) {
    return call.hashCode() % 2 == 0;
  }

  private Command report(ToolCall call) {
    if (calendar.contains(call.call())) {
      return Scenario.finished(call.call(), call.ask(), result());
    }
    if (isRefused(call)) {
      return Scenario.failed(call.call(), call.ask());
    }
    if (call.name().equals(ToolCatalogue.LIST_EVENTS)) {
      return random.nextInt(3) == 0
          ? Scenario.foreign(call.call(), call.ask())
          : Scenario.finished(call.call(), call.ask(), result());
    }
    return call.approval() == null && needsApproval(call.call()) && call.origin() != Origin.ROLLBACK
        ? Scenario.needs(call.call(), call.ask(), call.askedAt().plusSeconds(25))
        : Scenario.finished(call.call(), call.ask(), result());
  }

  /** A few of the long ones do not fit a window. */
  private String result() {
    return random.nextInt(4) == 0 ? "x".repeat(Window.MAX_BYTES / 3) : "done";
  }

  /** Takes in any one of the records that wait; one that is delivered twice stays. */
  private void deliverOne(boolean twice) {
    if (inbox.isEmpty()) {
      return;
    }
    int place = random.nextInt(inbox.size());
    Command command = twice ? inbox.get(place) : inbox.remove(place);
    Instant at = live.timeAt(now);
    List<Event> events = decider.decide(live, command, at);
    if (!events.isEmpty()) {
      commit(command, at, events);
    }
  }

  private void commit(Command command, Instant at, List<Event> events) {
    var numbered = new ArrayList<NumberedEvent>();
    for (Event event : events) {
      numbered.add(new NumberedEvent(live.nextSequence() + numbered.size(), event));
    }
    var decision = new Decision(ANA, CONVERSATION, at, command, numbered);
    log.add(decision);
    live = Evolution.evolve(live, decision);
    Consequences.modelCall(decision, live).ifPresent(this::ask);
    Consequences.summaryCall(decision, live).ifPresent(modelCalls::add);
    Consequences.toolCalls(decision, live).forEach(routed -> call(routed.call()));
  }

  private void ask(ModelCall call) {
    modelCalls.add(call);
    everyModelCall.add(call);
  }

  private void call(ToolCall call) {
    toolCalls.add(call);
    everyToolCall.add(call);
  }

  /** The decider dies and another takes over, from the log or from what was stored. */
  private void restart() {
    Conversation folded = folded();
    if (!folded.equals(live)) {
      throw new AssertionError(
          "the fold of the log is not the live state:\n" + folded + "\n" + live);
    }
    live = Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(folded), Conversation.class);
  }

  Conversation folded() {
    Conversation folded = Conversation.of(ANA);
    for (Decision decision : log) {
      folded = Evolution.evolve(folded, decision);
    }
    return folded;
  }

  Conversation live() {
    return live;
  }

  List<Decision> log() {
    return log;
  }

  List<NumberedEvent> events() {
    return log.stream().flatMap(decision -> decision.events().stream()).toList();
  }

  /** What others have changed, by the turn that tells it. */
  Set<TurnId> outside() {
    return outside;
  }

  /** What models were asked. */
  List<ModelCall> everyModelCall() {
    return everyModelCall;
  }

  /** What tools were called. */
  List<ToolCall> everyToolCall() {
    return everyToolCall;
  }

  /** What is on the calendar: the calls that put it there. */
  Set<CallId> calendar() {
    return calendar;
  }
}

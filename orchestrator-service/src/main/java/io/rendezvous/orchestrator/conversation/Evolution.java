package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.Acceptance;
import io.rendezvous.common.event.Event.ActionAccepted;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ApprovalRefused;
import io.rendezvous.common.event.Event.ApprovalRequested;
import io.rendezvous.common.event.Event.ApprovalWithdrawn;
import io.rendezvous.common.event.Event.CalendarChanged;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.ModelGaveUp;
import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.SummaryMade;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.Event.Unrecognized;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.Usage;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import io.rendezvous.orchestrator.conversation.Phase.Started;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How events change a conversation. Nothing is refused here: what is in the log has happened. */
public final class Evolution {
  /** How long an idempotency key is known. */
  static final Duration KEY_LIFETIME = Duration.ofHours(24);

  /**
   * A conversation that takes more prompts than this within a key's lifetime forgets the oldest
   * keys.
   */
  static final int KNOWN_TURNS = 128;

  private Evolution() {}

  /** The conversation after this decision. */
  public static Conversation evolve(Conversation before, Decision decision) {
    Conversation after = before.at(decision.at());
    for (var numbered : decision.events()) {
      after = evolve(after, numbered.event());
    }
    return after;
  }

  static Conversation evolve(Conversation before, Event event) {
    Conversation after =
        switch (event) {
          case ConversationCreated created -> before.withCreation(created.systemPrompt());
          case PromptAccepted accepted -> take(known(before, accepted), accepted);
          case ActionAccepted accepted -> take(known(before, accepted), accepted);
          case TurnStarted started -> start(before, started);
          case ModelAsked asked -> ask(before, asked);
          case ModelResponded responded -> respond(before, responded);
          case ToolAsked asked -> CallEvolution.call(before, asked);
          case ToolSucceeded(var call, _, var name, var result, _, _, var foreign) ->
              CallEvolution.report(before, new ToolAnswered(call, name, result, null, foreign));
          case ToolRefused(var call, _, var name, var reason, var message, _, var foreign) ->
              CallEvolution.report(before, new ToolAnswered(call, name, message, reason, foreign));
          case ApprovalRequested requested -> ApprovalEvolution.request(before, requested);
          case ApprovalDecided decided -> ApprovalEvolution.decide(before, decided);
          case ApprovalWithdrawn withdrawn -> ApprovalEvolution.withdraw(before, withdrawn);
          case CalendarChanged(var turn, _) -> Outside.told(before, turn);
          case RollbackStarted started -> CallEvolution.rollBack(before, started);
          case RollbackGaveUp _ -> CallEvolution.giveUpRollback(before);
          case TurnEnded ended -> end(before, ended.turn());
          case ModelGaveUp _ -> giveUp(before);
          case ModelSettled settled -> settle(before, settled.ask());
          case SummaryAsked asked -> summarize(before, asked);
          case SummaryMade made -> summarized(before, made);
          case PromptRefused _, ApprovalRefused _, Unrecognized _ -> before;
        };
    return after.numbered();
  }

  private static Conversation known(Conversation before, Acceptance accepted) {
    var known = new KnownTurn(accepted.turn(), accepted.bodyDigest(), before.time());
    List<KnownTurn> recent =
        both(before.recent().stream().filter(old -> isAlive(old, before)).toList(), known);
    return before.withRecent(
        recent.subList(Math.max(0, recent.size() - KNOWN_TURNS), recent.size()));
  }

  private static Conversation take(Conversation before, PromptAccepted accepted) {
    return accepted.policy() == PromptPolicy.STEER
            && before.phase() instanceof Running running
            && !running.turn().action()
        ? steer(before, running, new UserSaid(accepted.turn(), accepted.text()))
        : enqueue(before, accepted);
  }

  private static Conversation enqueue(Conversation before, PromptAccepted accepted) {
    var prompt = new QueuedPrompt(accepted.turn(), accepted.text(), accepted.preferences());
    return before.withQueue(
        switch (accepted.policy()) {
          case INTERRUPT, ROLLBACK -> both(List.of(prompt), before.queue());
          case ENQUEUE, REJECT, STEER -> both(before.queue(), prompt);
        });
  }

  private static Conversation take(Conversation before, ActionAccepted accepted) {
    return before.withQueue(
        both(
            before.queue(),
            new QueuedAction(
                accepted.turn(), accepted.name(), accepted.arguments(), accepted.preferences())));
  }

  /** What is said while the model answers comes after the answer. */
  private static Conversation steer(Conversation before, Running running, UserSaid said) {
    return running instanceof AwaitingModel awaited
        ? before.with(awaited.with(said))
        : say(before, said);
  }

  private static <T> List<T> both(List<? extends T> first, List<? extends T> second) {
    return Stream.<T>concat(first.stream(), second.stream()).toList();
  }

  private static <T> List<T> both(List<? extends T> first, T last) {
    return both(first, List.of(last));
  }

  private static boolean isAlive(KnownTurn known, Conversation conversation) {
    return known.at().plus(KEY_LIFETIME).isAfter(conversation.time());
  }

  private static Conversation start(Conversation before, TurnStarted started) {
    Conversation after = before;
    for (Queued next : before.queue()) {
      if (next.turn().equals(started.turn())) {
        after =
            said(before, next).with(new Started(Turn.of(next, before.time(), started.deadline())));
      }
    }
    return after.withQueue(without(before.queue(), started.turn()));
  }

  /** Actions are not shown to models. */
  private static Conversation said(Conversation before, Queued next) {
    return switch (next) {
      case QueuedPrompt prompt -> say(before, new UserSaid(prompt.turn(), prompt.text()));
      case QueuedAction _ -> before;
    };
  }

  private static Conversation ask(Conversation before, ModelAsked asked) {
    return before.phase() instanceof Running running
        ? before.with(
            new AwaitingModel(
                running.turn(), asked.round(), asked.ask(), List.of(), before.isForeign()))
        : before;
  }

  private static Conversation respond(Conversation before, ModelResponded responded) {
    if (!(before.phase() instanceof AwaitingModel awaited)) {
      return before;
    }
    var message =
        new AssistantSaid(
            responded.turn(),
            responded.round(),
            responded.text(),
            responded.calls(),
            awaited.influenced());
    return heard(say(before, message))
        .with(
            new AwaitingTools(
                awaited.turn().paying(Usage.amount(responded.paid())),
                responded.round(),
                responded.ask(),
                List.of(),
                awaited.influenced()));
  }

  private static Conversation giveUp(Conversation before) {
    return before.phase() instanceof Running running
        ? heard(before).with(new Started(running.turn()))
        : before;
  }

  private static Conversation settle(Conversation before, AskId ask) {
    Conversation after =
        before.withOwedAsks(
            before.owedAsks().stream().filter(owed -> !owed.ask().equals(ask)).toList());
    return before.summarizing(ask).isPresent() ? after.withSummarizing(null) : after;
  }

  private static Conversation summarize(Conversation before, SummaryAsked asked) {
    return before.withSummarizing(
        new Summarizing(
            asked.turn(),
            asked.ask(),
            asked.through(),
            before.time(),
            asked.preferences(),
            before.isForeign(asked.through())));
  }

  private static Conversation summarized(Conversation before, SummaryMade made) {
    boolean foreign =
        before
            .summarizing(made.ask())
            .map(Summarizing::foreign)
            .orElseGet(() -> before.isForeign(made.through()));
    return settle(before, made.ask()).with(new Summary(made.text(), made.through(), foreign));
  }

  private static Conversation end(Conversation before, TurnId turn) {
    if (!before.isRunning(turn)) {
      return before.withQueue(without(before.queue(), turn));
    }
    return heard(CallEvolution.owing(before)).withOwedAsks(owing(before)).with(new Idle());
  }

  private static List<OwedAsk> owing(Conversation before) {
    if (!(before.phase() instanceof AwaitingModel(var turn, _, var ask, _, _))) {
      return before.owedAsks();
    }
    List<OwedAsk> owing = both(before.owedAsks(), new OwedAsk(turn.id(), ask, turn.hasBudget()));
    return owing.subList(Math.max(0, owing.size() - OwedAsk.MOST), owing.size());
  }

  /** With what was said while a model was being awaited. */
  private static Conversation heard(Conversation before) {
    Conversation after = before;
    if (before.phase() instanceof AwaitingModel awaited) {
      for (UserSaid said : awaited.steering()) {
        after = say(after, said);
      }
    }
    return after;
  }

  static Conversation say(Conversation before, ChatMessage message) {
    TurnId running = before.phase().running().map(Turn::id).orElse(null);
    return before.with(before.window().with(message, running));
  }

  private static List<Queued> without(List<Queued> queue, TurnId turn) {
    return queue.stream().filter(waiting -> !waiting.turn().equals(turn)).toList();
  }
}

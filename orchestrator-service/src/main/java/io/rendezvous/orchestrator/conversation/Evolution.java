package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.ModelGaveUp;
import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.SummaryMade;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.Event.Unrecognized;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
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
          case PromptAccepted accepted -> accept(before, accepted);
          case TurnStarted started -> start(before, started);
          case ModelAsked asked -> ask(before, asked);
          case ModelResponded responded -> respond(before, responded);
          case ToolAsked asked -> call(before, asked);
          case ToolSucceeded(var call, _, var name, var result, _, _, _) ->
              report(before, call, new ToolAnswered(call, name, result, null));
          case ToolRefused(var call, _, var name, var reason, var message, _) ->
              report(before, call, new ToolAnswered(call, name, message, reason));
          case TurnEnded ended -> end(before, ended.turn());
          case ModelGaveUp _ -> giveUp(before);
          case ModelSettled settled -> settle(before, settled.ask());
          case SummaryAsked asked -> summarize(before, asked);
          case SummaryMade made ->
              settle(before, made.ask()).with(new Summary(made.text(), made.through()));
          case PromptRefused _,
              Event.ActionAccepted _,
              Event.ApprovalRequested _,
              Event.ApprovalDecided _,
              Event.ApprovalWithdrawn _,
              Event.ApprovalRefused _,
              Event.RollbackStarted _,
              Event.RollbackGaveUp _,
              Unrecognized _ ->
              before;
        };
    return after.numbered();
  }

  private static Conversation accept(Conversation before, PromptAccepted accepted) {
    var known = new KnownTurn(accepted.turn(), accepted.bodyDigest(), before.time());
    List<KnownTurn> recent =
        Stream.concat(
                before.recent().stream().filter(old -> isAlive(old, before)), Stream.of(known))
            .toList();
    return take(
        before.withRecent(recent.subList(Math.max(0, recent.size() - KNOWN_TURNS), recent.size())),
        accepted);
  }

  private static Conversation take(Conversation before, PromptAccepted accepted) {
    if (accepted.policy() == PromptPolicy.STEER && before.phase() instanceof Running running) {
      return steer(before, running, new UserSaid(accepted.turn(), accepted.text()));
    }
    var prompt =
        List.of(new QueuedPrompt(accepted.turn(), accepted.text(), accepted.preferences()));
    return before.withQueue(
        accepted.policy() == PromptPolicy.INTERRUPT
            ? both(prompt, before.queue())
            : both(before.queue(), prompt));
  }

  /** What is said while the model answers comes after the answer. */
  private static Conversation steer(Conversation before, Running running, UserSaid said) {
    return running instanceof AwaitingModel awaited
        ? before.with(awaited.with(said))
        : say(before, said);
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static boolean isAlive(KnownTurn known, Conversation conversation) {
    return known.at().plus(KEY_LIFETIME).isAfter(conversation.time());
  }

  private static Conversation start(Conversation before, TurnStarted started) {
    Conversation after = before;
    for (QueuedPrompt prompt : before.queue()) {
      if (prompt.turn().equals(started.turn())) {
        after =
            say(before, new UserSaid(prompt.turn(), prompt.text()))
                .with(
                    new Started(Turn.of(prompt.turn(), started.deadline(), prompt.preferences())));
      }
    }
    return after.withQueue(without(before.queue(), started.turn()));
  }

  private static Conversation ask(Conversation before, ModelAsked asked) {
    return before.phase() instanceof Running running
        ? before.with(new AwaitingModel(running.turn(), asked.round(), asked.ask(), List.of()))
        : before;
  }

  private static Conversation respond(Conversation before, ModelResponded responded) {
    var message =
        new AssistantSaid(responded.turn(), responded.round(), responded.text(), responded.calls());
    return before.phase() instanceof Running running
        ? heard(say(before, message))
            .with(
                new AwaitingTools(
                    running.turn().paying(Usage.amount(responded.paid())),
                    responded.round(),
                    responded.ask(),
                    List.of()))
        : before;
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
            asked.turn(), asked.ask(), asked.through(), before.time(), asked.preferences()));
  }

  private static Conversation call(Conversation before, ToolAsked asked) {
    return before.phase() instanceof AwaitingTools tools
        ? before.with(tools.with(new OpenCall(asked.call(), asked.ask(), asked.name())))
        : before;
  }

  private static Conversation report(Conversation before, CallId call, ToolAnswered answer) {
    Conversation told = say(before, answer).withOwed(OpenCall.minus(before.owed(), call));
    if (!(told.phase() instanceof AwaitingTools tools) || !told.isRunning(call.turn())) {
      return told;
    }
    Outcomes outcomes = tools.turn().outcomes().with(before.window().request(call), answer);
    return told.with(tools.without(call).with(outcomes));
  }

  private static Conversation end(Conversation before, TurnId turn) {
    if (!before.isRunning(turn)) {
      return before.withQueue(without(before.queue(), turn));
    }
    List<OpenCall> open = before.phase() instanceof AwaitingTools tools ? tools.open() : List.of();
    return heard(before)
        .withOwed(both(before.owed(), open))
        .withOwedAsks(owing(before))
        .with(new Idle());
  }

  private static List<OwedAsk> owing(Conversation before) {
    if (!(before.phase() instanceof AwaitingModel(var turn, _, var ask, _))) {
      return before.owedAsks();
    }
    var owing = both(before.owedAsks(), List.of(new OwedAsk(turn.id(), ask, turn.hasBudget())));
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

  private static Conversation say(Conversation before, ChatMessage message) {
    TurnId running = before.phase().running().map(Turn::id).orElse(null);
    return before.with(before.window().with(message, running));
  }

  private static List<QueuedPrompt> without(List<QueuedPrompt> queue, TurnId turn) {
    return queue.stream().filter(prompt -> !prompt.turn().equals(turn)).toList();
  }
}

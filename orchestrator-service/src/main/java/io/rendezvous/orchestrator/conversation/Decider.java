package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.ModelGaveUp;
import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what happens next. A repeated report decides nothing, so redelivery is safe. */
public final class Decider {
  private final Limits limits;

  public Decider(Limits limits) {
    this.limits = limits;
  }

  /**
   * What this command leads to; nothing where it is a repeat or comes too late.
   *
   * @param at the decision's time, never before the conversation's
   */
  public List<Event> decide(Conversation conversation, Command command, Instant at) {
    var draft = new Draft(conversation.at(at));
    switch (command) {
      case CreateConversation create -> create(draft, create);
      case SubmitPrompt prompt -> submit(draft, prompt);
      case CancelTurn(_, var turn) -> cancel(draft, turn);
      case ModelAnswered answer -> answer(draft, answer);
      case ModelFailed failure -> giveUp(draft, failure);
      case ToolFinished report -> finish(draft, report);
      case ToolFailed report -> refuse(draft, report);
      case DeadlineReached(_, var turn) -> expire(draft, turn);
    }
    return draft.events();
  }

  private void create(Draft draft, CreateConversation create) {
    if (!draft.state().created()) {
      draft.add(
          new ConversationCreated(
              create.conversation(), create.title(), create.systemPrompt(), create.metadata()));
    }
  }

  private void submit(Draft draft, SubmitPrompt prompt) {
    Optional<KnownTurn> known = draft.state().known(prompt.turn());
    if (known.isPresent()) {
      if (!known.get().bodyDigest().equals(prompt.bodyDigest())) {
        refuse(draft, prompt, RefusalReason.KEY_REUSED);
      }
    } else if (prompt.policy() == PromptPolicy.REJECT && draft.state().phase() instanceof Running) {
      refuse(draft, prompt, RefusalReason.BUSY);
    } else if (!hasRoom(draft.state(), prompt)) {
      refuse(draft, prompt, RefusalReason.QUEUE_FULL);
    } else {
      accept(draft, prompt);
      startNext(draft);
    }
  }

  private static void refuse(Draft draft, SubmitPrompt prompt, RefusalReason reason) {
    draft.add(new PromptRefused(prompt.turn(), prompt.bodyDigest(), reason));
  }

  private boolean hasRoom(Conversation conversation, SubmitPrompt prompt) {
    int waiting = conversation.queue().stream().mapToInt(queued -> queued.text().characters()).sum();
    return conversation.queue().size() < limits.queuedPrompts()
        && waiting + prompt.text().characters() <= limits.queuedCharacters()
        && conversation.owed().size() < limits.owedCalls();
  }

  private static void accept(Draft draft, SubmitPrompt prompt) {
    if (!draft.state().created()) {
      draft.add(new ConversationCreated(prompt.conversation(), null, null, Map.of()));
    }
    draft.add(
        new PromptAccepted(
            prompt.turn(),
            prompt.text(),
            prompt.audioUrl(),
            prompt.bodyDigest(),
            prompt.policy(),
            prompt.preferences()));
  }

  private void startNext(Draft draft) {
    if (draft.state().phase() instanceof Idle && !draft.state().queue().isEmpty()) {
      TurnId turn = draft.state().queue().getFirst().turn();
      draft.add(new TurnStarted(turn, draft.state().time().plus(limits.turnTime())));
      ask(draft);
    }
  }

  private static void ask(Draft draft) {
    if (draft.state().phase() instanceof Running running) {
      TurnId turn = running.turn().id();
      int round = running.round() + 1;
      ModelContext context = ModelContext.of(draft.state(), running.turn().preferences());
      draft.add(
          new ModelAsked(
              turn, round, context.ask(turn, round), context.digest(), ToolCatalogue.HASH));
    }
  }

  private void end(Draft draft, TurnId turn, TurnEndReason reason) {
    draft.add(new TurnEnded(turn, reason));
    startNext(draft);
  }

  private void cancel(Draft draft, TurnId turn) {
    if (draft.state().isRunning(turn) || draft.state().isQueued(turn)) {
      end(draft, turn, TurnEndReason.CANCELLED);
    }
  }

  private void expire(Draft draft, TurnId turn) {
    boolean over =
        draft
            .state()
            .phase()
            .running()
            .filter(running -> running.id().equals(turn))
            .filter(running -> !running.deadline().isAfter(draft.state().time()))
            .isPresent();
    if (over) {
      end(draft, turn, TurnEndReason.DEADLINE);
    }
  }

  private void answer(Draft draft, ModelAnswered answer) {
    if (!(draft.state().phase() instanceof AwaitingModel awaited)
        || !matches(awaited, answer.turn(), answer.ask())) {
      return;
    }
    if (isEmpty(answer)) {
      draft.add(
          new ModelGaveUp(
              answer.turn(),
              awaited.round(),
              answer.ask(),
              ModelFailure.INCOMPLETE,
              answer.usage()));
      end(draft, answer.turn(), TurnEndReason.MODEL_UNAVAILABLE);
      return;
    }
    draft.add(
        new ModelResponded(
            answer.turn(),
            awaited.round(),
            answer.ask(),
            answer.attempt(),
            answer.text(),
            answer.calls(),
            answer.usage()));
    if (answer.calls().isEmpty()) {
      end(draft, answer.turn(), TurnEndReason.ANSWERED);
    } else {
      call(draft, answer, awaited.round());
    }
  }

  private static boolean isEmpty(ModelAnswered answer) {
    Personal text = answer.text();
    return answer.calls().isEmpty() && (text == null || text.characters() == 0);
  }

  private static boolean matches(AwaitingModel awaited, TurnId turn, AskId ask) {
    return awaited.turn().id().equals(turn) && awaited.ask().equals(ask);
  }

  private void call(Draft draft, ModelAnswered answer, int round) {
    for (int i = 0; i < answer.calls().size(); i++) {
      ToolRequest request = answer.calls().get(i);
      CallId call = CallId.of(answer.turn(), round, i);
      boolean known = ToolCatalogue.find(request.name()).isPresent();
      if (known && i < limits.callsPerAnswer()) {
        draft.add(new ToolAsked(call, answer.ask(), request.name(), request.arguments()));
      } else {
        ToolFailure reason = known ? ToolFailure.INVALID_ARGUMENTS : ToolFailure.UNKNOWN_TOOL;
        draft.add(new ToolRefused(call, answer.ask(), request.name(), reason, null, false));
      }
    }
    askWhenAllAnswered(draft);
  }

  private static void askWhenAllAnswered(Draft draft) {
    if (draft.state().phase() instanceof AwaitingTools tools && tools.open().isEmpty()) {
      ask(draft);
    }
  }

  private void giveUp(Draft draft, ModelFailed failure) {
    if (draft.state().phase() instanceof AwaitingModel awaited
        && matches(awaited, failure.turn(), failure.ask())) {
      draft.add(
          new ModelGaveUp(
              failure.turn(), awaited.round(), failure.ask(), failure.reason(), failure.usage()));
      end(draft, failure.turn(), TurnEndReason.MODEL_UNAVAILABLE);
    }
  }

  private static void finish(Draft draft, ToolFinished report) {
    OpenReport.find(draft.state(), report.call(), report.ask())
        .ifPresent(
            open -> {
              draft.add(
                  new ToolSucceeded(
                      report.call(),
                      report.ask(),
                      open.call().name(),
                      report.result(),
                      report.receipt(),
                      open.late()));
              continueUnlessLate(draft, open);
            });
  }

  private static void refuse(Draft draft, ToolFailed report) {
    OpenReport.find(draft.state(), report.call(), report.ask())
        .ifPresent(
            open -> {
              draft.add(
                  new ToolRefused(
                      report.call(),
                      report.ask(),
                      open.call().name(),
                      report.reason(),
                      report.message(),
                      open.late()));
              continueUnlessLate(draft, open);
            });
  }

  private static void continueUnlessLate(Draft draft, OpenReport open) {
    if (!open.late()) {
      askWhenAllAnswered(draft);
    }
  }

  /** A call that somebody still wants to hear of: the running turn, or, late, the log alone. */
  private record OpenReport(OpenCall call, boolean late) {
    static Optional<OpenReport> find(Conversation conversation, CallId call, AskId ask) {
      List<OpenCall> awaited =
          conversation.phase() instanceof AwaitingTools tools ? tools.open() : List.of();
      return OpenCall.find(awaited, call, ask)
          .map(open -> new OpenReport(open, false))
          .or(() -> OpenCall.find(conversation.owed(), call, ask).map(open -> new OpenReport(open, true)));
    }
  }
}

package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
import io.rendezvous.orchestrator.conversation.Phase.RollingBack;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import io.rendezvous.orchestrator.prompt.Templates;
import java.time.Instant;
import java.util.Optional;

/** How turns start, go on and end. */
final class Turns {
  private final Limits limits;
  private final Summaries summaries;

  Turns(Limits limits) {
    this.limits = limits;
    this.summaries = new Summaries(limits);
  }

  void startNext(Draft draft) {
    if (draft.state().phase() instanceof Idle && !draft.state().queue().isEmpty()) {
      Queued next = draft.state().queue().getFirst();
      draft.add(new TurnStarted(next.turn(), draft.state().time().plus(limits.turnTime())));
      switch (next) {
        case QueuedPrompt _ -> ask(draft);
        case QueuedAction action -> act(draft, action);
      }
    }
  }

  private static void ask(Draft draft) {
    if (draft.state().phase() instanceof Running running) {
      TurnId turn = running.turn().id();
      int round = running.round() + 1;
      String digest = ModelContext.of(draft.state(), running.turn().preferences()).digest();
      AskId ask = AskId.of(turn, round, digest);
      draft.add(new ModelAsked(turn, round, ask, digest, ToolCatalogue.HASH, Templates.HASH));
    }
  }

  private void act(Draft draft, QueuedAction action) {
    String digest = action.name() + " " + action.arguments().digest();
    AskId ask = AskId.of(action.turn(), 1, digest);
    CallId call = CallId.of(action.turn(), 1, 0);
    if (ToolCatalogue.find(action.name()).isPresent()) {
      draft.add(new ToolAsked(call, ask, action.name(), action.arguments()));
    } else {
      draft.add(new ToolRefused(call, ask, action.name(), ToolFailure.UNKNOWN_TOOL, null, false));
      end(draft, action.turn(), TurnEndReason.ACTION_FAILED);
    }
  }

  /** A tool of the turn that runs has reported: the last one continues it. */
  void afterReport(Draft draft, boolean succeeded) {
    Optional<Turn> action = draft.state().phase().running().filter(Turn::action);
    if (action.isPresent()) {
      TurnId turn = action.get().id();
      end(draft, turn, succeeded ? TurnEndReason.ANSWERED : TurnEndReason.ACTION_FAILED);
    } else {
      askWhenAllAnswered(draft);
    }
  }

  /** A tool of an ended turn has reported: that continues nothing but what undoes the turn. */
  void afterLateReport(Draft draft) {
    undoWhenAllReported(draft);
    startNext(draft);
  }

  void askWhenAllAnswered(Draft draft) {
    if (draft.state().phase() instanceof AwaitingTools tools && tools.open().isEmpty()) {
      TurnId turn = tools.turn().id();
      if (tools.turn().outcomes().mostRepeated() >= limits.sameCalls()) {
        end(draft, turn, TurnEndReason.STUCK);
      } else {
        ask(draft);
      }
    }
  }

  void end(Draft draft, TurnId turn, TurnEndReason reason) {
    Optional<Turn> running = stop(draft, turn, reason);
    startNext(draft);
    summarize(draft, running);
  }

  /** The same, and what the turn that runs has done is undone before the next one starts. */
  void rollBack(Draft draft, Running running) {
    TurnId turn = running.turn().id();
    Optional<Turn> ended = stop(draft, turn, TurnEndReason.ROLLED_BACK);
    if (!running.turn().harmless()) {
      draft.add(
          new RollbackStarted(
              turn,
              CallId.of(turn, running.round() + 1, 0),
              draft.state().time().plus(limits.rollbackTime()),
              running.turn().preferences().forTools()));
    }
    undoWhenAllReported(draft);
    startNext(draft);
    summarize(draft, ended);
  }

  /** Which turn that ended, if it ran. */
  private static Optional<Turn> stop(Draft draft, TurnId turn, TurnEndReason reason) {
    Optional<Turn> running = draft.state().phase().running().filter(it -> it.id().equals(turn));
    if (running.isPresent()) {
      Approvals.withdrawAll(draft);
    }
    draft.add(new TurnEnded(turn, reason));
    return running;
  }

  private void summarize(Draft draft, Optional<Turn> ended) {
    ended
        .filter(turn -> !turn.action())
        .ifPresent(turn -> summaries.askAfter(draft, turn.id(), turn.preferences()));
  }

  private static void undoWhenAllReported(Draft draft) {
    if (draft.state().phase() instanceof RollingBack(var turn, var undo, _, _, var asked)
        && asked == null
        && draft.state().owed().stream().noneMatch(owed -> owed.call().turn().equals(turn))) {
      AskId ask = AskId.of(turn, 0, ToolCatalogue.UNDO_TURN);
      draft.add(new ToolAsked(undo, ask, ToolCatalogue.UNDO_TURN, null));
    }
  }

  void expire(Draft draft, TurnId turn) {
    Instant now = draft.state().time();
    switch (draft.state().phase()) {
      case Running running
          when running.turn().id().equals(turn) && !running.turn().deadline().isAfter(now) ->
          end(draft, turn, TurnEndReason.DEADLINE);
      case RollingBack back when back.turn().equals(turn) && !back.deadline().isAfter(now) -> {
        draft.add(new RollbackGaveUp(turn));
        startNext(draft);
      }
      case Idle _, Running _, RollingBack _ -> {}
    }
  }
}

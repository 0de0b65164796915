package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import io.rendezvous.orchestrator.prompt.Templates;
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
      TurnId turn = draft.state().queue().getFirst().turn();
      draft.add(new TurnStarted(turn, draft.state().time().plus(limits.turnTime())));
      ask(draft);
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
    Optional<Turn> running = draft.state().phase().running().filter(it -> it.id().equals(turn));
    draft.add(new TurnEnded(turn, reason));
    startNext(draft);
    running.ifPresent(ended -> summaries.askAfter(draft, turn, ended.preferences()));
  }

  void expire(Draft draft, TurnId turn) {
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
}

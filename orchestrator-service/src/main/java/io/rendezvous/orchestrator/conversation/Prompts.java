package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of what a user asks. */
final class Prompts {
  private final Limits limits;
  private final Turns turns;

  Prompts(Limits limits, Turns turns) {
    this.limits = limits;
    this.turns = turns;
  }

  static void create(Draft draft, CreateConversation create) {
    if (!draft.state().created()) {
      draft.add(
          new ConversationCreated(
              create.conversation(), create.title(), create.systemPrompt(), create.metadata()));
    }
  }

  void submit(Draft draft, SubmitPrompt prompt) {
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
      Optional<TurnId> running = draft.state().phase().running().map(Turn::id);
      accept(draft, prompt);
      if (running.isPresent() && prompt.policy() == PromptPolicy.INTERRUPT) {
        turns.end(draft, running.get(), TurnEndReason.INTERRUPTED);
      } else if (running.isPresent() && prompt.policy() == PromptPolicy.STEER) {
        draft.add(new TurnEnded(prompt.turn(), TurnEndReason.STEERED));
      } else {
        turns.startNext(draft);
      }
    }
  }

  private static void refuse(Draft draft, SubmitPrompt prompt, RefusalReason reason) {
    draft.add(new PromptRefused(prompt.turn(), prompt.bodyDigest(), reason));
  }

  private boolean hasRoom(Conversation conversation, SubmitPrompt prompt) {
    int waiting =
        conversation.queue().stream().mapToInt(queued -> queued.text().characters()).sum()
            + steering(conversation).stream().mapToInt(said -> said.text().characters()).sum();
    return conversation.queue().size() + steering(conversation).size() < limits.queuedPrompts()
        && waiting + prompt.text().characters() <= limits.queuedCharacters()
        && conversation.owed().size() < limits.owedCalls();
  }

  private static List<UserSaid> steering(Conversation conversation) {
    return conversation.phase() instanceof AwaitingModel awaited ? awaited.steering() : List.of();
  }

  static void accept(Draft draft, SubmitPrompt prompt) {
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

  void cancel(Draft draft, TurnId turn) {
    if (draft.state().isRunning(turn) || draft.state().isQueued(turn)) {
      turns.end(draft, turn, TurnEndReason.CANCELLED);
    }
  }
}

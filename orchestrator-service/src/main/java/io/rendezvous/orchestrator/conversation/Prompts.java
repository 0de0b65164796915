package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Event.ActionAccepted;
import io.rendezvous.common.event.Event.ConversationCreated;
import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
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
    TurnId turn = prompt.turn();
    if (isKnown(draft, turn, prompt.bodyDigest())) {
      return;
    }
    if (prompt.policy() == PromptPolicy.REJECT && !(draft.state().phase() instanceof Idle)) {
      refuse(draft, turn, prompt.bodyDigest(), RefusalReason.BUSY);
    } else if (!hasRoom(draft.state(), prompt.text())) {
      refuse(draft, turn, prompt.bodyDigest(), RefusalReason.QUEUE_FULL);
    } else {
      Phase before = draft.state().phase();
      accept(draft, prompt);
      if (before instanceof Running running) {
        meet(draft, prompt, running);
      } else {
        turns.startNext(draft);
      }
    }
  }

  /** It comes while a turn runs. */
  private void meet(Draft draft, SubmitPrompt prompt, Running running) {
    switch (prompt.policy()) {
      case INTERRUPT -> turns.end(draft, running.turn().id(), TurnEndReason.INTERRUPTED);
      case ROLLBACK -> turns.rollBack(draft, running);
      case STEER -> {
        // An action has no model that could hear of it.
        if (!draft.state().isQueued(prompt.turn())) {
          draft.add(new TurnEnded(prompt.turn(), TurnEndReason.STEERED));
        }
      }
      case ENQUEUE, REJECT -> {}
    }
  }

  void act(Draft draft, SubmitAction action) {
    if (isKnown(draft, action.turn(), action.bodyDigest())) {
      return;
    }
    if (!hasRoom(draft.state(), action.arguments())) {
      refuse(draft, action.turn(), action.bodyDigest(), RefusalReason.QUEUE_FULL);
    } else {
      accept(draft, action);
      turns.startNext(draft);
    }
  }

  /** A repeat decides nothing; another request with the same key is refused. */
  private static boolean isKnown(Draft draft, TurnId turn, String bodyDigest) {
    Optional<KnownTurn> known = draft.state().known(turn);
    if (known.isPresent() && !known.get().bodyDigest().equals(bodyDigest)) {
      refuse(draft, turn, bodyDigest, RefusalReason.KEY_REUSED);
    }
    return known.isPresent();
  }

  private static void refuse(Draft draft, TurnId turn, String bodyDigest, RefusalReason reason) {
    draft.add(new PromptRefused(turn, bodyDigest, reason));
  }

  private boolean hasRoom(Conversation conversation, Personal more) {
    int waiting =
        conversation.queue().stream().mapToInt(Queued::characters).sum()
            + steering(conversation).stream().mapToInt(said -> said.text().characters()).sum();
    return conversation.queue().size() + steering(conversation).size() < limits.queuedPrompts()
        && (startsNow(conversation) || waiting + more.characters() <= limits.queuedCharacters())
        && conversation.owed().size() < limits.owedCalls();
  }

  /** What need not wait takes no room, however long it is. */
  private static boolean startsNow(Conversation conversation) {
    return conversation.phase() instanceof Idle;
  }

  private static List<UserSaid> steering(Conversation conversation) {
    return conversation.phase() instanceof AwaitingModel awaited ? awaited.steering() : List.of();
  }

  static void accept(Draft draft, SubmitPrompt prompt) {
    begin(draft, prompt.conversation());
    draft.add(
        new PromptAccepted(
            prompt.turn(),
            prompt.text(),
            prompt.audioUrl(),
            prompt.bodyDigest(),
            prompt.policy(),
            prompt.preferences()));
  }

  static void accept(Draft draft, SubmitAction action) {
    begin(draft, action.conversation());
    draft.add(
        new ActionAccepted(
            action.turn(),
            action.name(),
            action.arguments(),
            action.bodyDigest(),
            action.preferences()));
  }

  static void begin(Draft draft, ConversationId conversation) {
    if (!draft.state().created()) {
      draft.add(new ConversationCreated(conversation, null, null, Map.of()));
    }
  }

  void cancel(Draft draft, TurnId turn) {
    if (draft.state().isRunning(turn) || draft.state().isQueued(turn)) {
      turns.end(draft, turn, TurnEndReason.CANCELLED);
    }
  }
}

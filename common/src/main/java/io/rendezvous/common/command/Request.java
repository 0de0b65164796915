package io.rendezvous.common.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user asks of a conversation; written by gateways to {@code prompts}. */
public sealed interface Request extends Command {

  /** Open a conversation before anything is said in it. */
  @JsonTypeName("conversation.create")
  record CreateConversation(
      UserId user,
      ConversationId conversation,
      @Nullable Personal title,
      @Nullable Personal systemPrompt,
      Map<String, Personal> metadata)
      implements Request {
    public CreateConversation {
      requireNonNull(user, "user");
      requireNonNull(conversation, "conversation");
      metadata = Map.copyOf(metadata);
    }
  }

  /**
   * Start a turn.
   *
   * @param bodyDigest a keyed digest of all that the client sent: tells a repeat from another
   *     prompt with the same key
   */
  @JsonTypeName("prompt.submit")
  record SubmitPrompt(
      UserId user,
      TurnId turn,
      Personal text,
      @Nullable Personal audioUrl,
      String bodyDigest,
      PromptPolicy policy,
      Preferences preferences)
      implements Request {
    public SubmitPrompt {
      requireNonNull(user, "user");
      requireNonNull(turn, "turn");
      requireNonNull(text, "text");
      requireNonNull(bodyDigest, "bodyDigest");
      requireNonNull(policy, "policy");
      requireNonNull(preferences, "preferences");
    }

    @Override
    public ConversationId conversation() {
      return turn.conversation();
    }
  }

  /** End a turn that waits or runs; tool calls under way finish and are recorded. */
  @JsonTypeName("turn.cancel")
  record CancelTurn(UserId user, TurnId turn) implements Request {
    public CancelTurn {
      requireNonNull(user, "user");
      requireNonNull(turn, "turn");
    }

    @Override
    public ConversationId conversation() {
      return turn.conversation();
    }
  }

  /**
   * Carry out one tool call that the user makes herself, as a turn without a model.
   *
   * @param arguments JSON inside
   * @param bodyDigest as a prompt's
   */
  @JsonTypeName("action.submit")
  record SubmitAction(
      UserId user,
      TurnId turn,
      String name,
      Personal arguments,
      String bodyDigest,
      Preferences preferences)
      implements Request {
    public SubmitAction {
      requireNonNull(user, "user");
      requireNonNull(turn, "turn");
      requireNonNull(name, "name");
      requireNonNull(arguments, "arguments");
      requireNonNull(bodyDigest, "bodyDigest");
      requireNonNull(preferences, "preferences");
    }

    @Override
    public ConversationId conversation() {
      return turn.conversation();
    }
  }

  /** Approve or reject a tool call that waits for it. */
  @JsonTypeName("approval.decide")
  record DecideApproval(UserId user, ApprovalId approval, Verdict verdict) implements Request {
    public DecideApproval {
      requireNonNull(user, "user");
      requireNonNull(approval, "approval");
      requireNonNull(verdict, "verdict");
    }

    @Override
    public ConversationId conversation() {
      return approval.conversation();
    }
  }
}

package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.budget.Lease;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OfConversation;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to a model, whole; written by the decider to {@code model-calls}.
 *
 * @param askSequence the sequence number of the event that asked: text on its way is numbered below
 *     it
 * @param purpose what for
 * @param askedAt the decider's time, the "now" of the answer
 * @param deadline when nobody will want the answer any more
 * @param summary of what came before the messages, if anything
 * @param messages the context, oldest first; every call of an assistant message is followed by its
 *     answer
 * @param toolsHash the hash of the tool catalogue that the decider knew
 * @param lease how often a model may be asked; null where its user has no budget
 */
@JsonTypeName("model.call")
public record ModelCall(
    UserId user,
    TurnId turn,
    int round,
    AskId ask,
    long askSequence,
    ModelPurpose purpose,
    Instant askedAt,
    Instant deadline,
    Preferences preferences,
    @Nullable Personal systemPrompt,
    @Nullable Personal summary,
    List<ChatMessage> messages,
    String toolsHash,
    @Nullable Lease lease)
    implements OfConversation {
  public ModelCall {
    requireNonNull(user, "user");
    requireNonNull(turn, "turn");
    requireNonNull(ask, "ask");
    requireNonNull(purpose, "purpose");
    requireNonNull(askedAt, "askedAt");
    requireNonNull(deadline, "deadline");
    requireNonNull(preferences, "preferences");
    requireNonNull(toolsHash, "toolsHash");
    messages = List.copyOf(messages);
  }

  /** How the model shall answer. */
  public ModelParameters parameters() {
    return switch (purpose) {
      case ANSWER -> preferences.parameters().over(ModelParameters.DEFAULT);
      case SUMMARY -> ModelParameters.SUMMARY;
    };
  }

  /** The same call, with leave to ask. */
  public ModelCall with(Lease granted) {
    return new ModelCall(
        user,
        turn,
        round,
        ask,
        askSequence,
        purpose,
        askedAt,
        deadline,
        preferences,
        systemPrompt,
        summary,
        messages,
        toolsHash,
        granted);
  }

  @Override
  public ConversationId conversation() {
    return turn.conversation();
  }
}

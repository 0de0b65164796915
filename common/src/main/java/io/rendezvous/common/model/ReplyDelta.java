package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OfConversation;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;

/**
 * A piece of an answer as it is produced; written by model workers to {@code reply-deltas}.
 *
 * @param askSequence the sequence number of the event that asked
 * @param attempt names the worker's try: another try starts the text anew
 * @param offset how many characters (UTF-16 units) of this try came before
 */
@JsonTypeName("reply.delta")
public record ReplyDelta(
    UserId user,
    TurnId turn,
    AskId ask,
    long askSequence,
    String attempt,
    int offset,
    Personal text)
    implements OfConversation {
  public ReplyDelta {
    requireNonNull(user, "user");
    requireNonNull(turn, "turn");
    requireNonNull(ask, "ask");
    requireNonNull(attempt, "attempt");
    requireNonNull(text, "text");
  }

  /** How many characters of this try are known once this piece is. */
  public int end() {
    return offset + text.characters();
  }

  @Override
  public ConversationId conversation() {
    return turn.conversation();
  }
}

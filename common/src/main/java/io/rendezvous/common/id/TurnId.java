package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one turn, a prompt and all that follows from it; carries its conversation's id. */
public record TurnId(@JsonValue String value) {
  static final String FORM = ConversationId.FORM + "\\.t" + Ids.PART;
  static final int LENGTH = ConversationId.LENGTH + 2 + Ids.LENGTH;

  @JsonCreator
  public TurnId {
    if (value == null || !isTurnId(value)) {
      throw Ids.malformed("a turn id", FORM);
    }
  }

  /** Whether such an id stands at the beginning. */
  static boolean begins(String value) {
    return ConversationId.begins(value)
        && value.startsWith(".t", ConversationId.LENGTH)
        && Ids.isPart(value, ConversationId.LENGTH + 2);
  }

  /** Whether this is the id of a turn, not one that carries it. */
  public static boolean isTurnId(String value) {
    return value.length() == LENGTH && begins(value);
  }

  /** The turn of this key in this conversation: the same key is the same turn. */
  public static TurnId of(ConversationId conversation, String idempotencyKey) {
    return new TurnId(conversation + ".t" + Ids.derive(conversation.value(), idempotencyKey));
  }

  public ConversationId conversation() {
    return new ConversationId(value.substring(0, value.indexOf('.')));
  }

  @Override
  public String toString() {
    return value;
  }
}

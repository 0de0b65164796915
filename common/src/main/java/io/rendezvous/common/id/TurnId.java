package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one turn, a prompt and all that follows from it; carries its conversation's id. */
public record TurnId(@JsonValue String value) {
  static final Pattern PATTERN = Pattern.compile(ConversationId.PATTERN + "\\.t" + Ids.PART);

  @JsonCreator
  public TurnId {
    Ids.require("a turn id", value, PATTERN);
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

package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a conversation and carries a keyed mark of its owner; it is the key of every record about
 * it.
 */
public record ConversationId(@JsonValue String value) {
  static final String FORM = "c" + Ids.PART + "-" + Ids.PART;
  static final int LENGTH = 2 + 2 * Ids.LENGTH;

  @JsonCreator
  public ConversationId {
    if (value == null || value.length() != LENGTH || !begins(value)) {
      throw Ids.malformed("a conversation id", FORM);
    }
  }

  /** Whether such an id stands at the beginning. */
  static boolean begins(String value) {
    return value.startsWith("c")
        && Ids.isPart(value, 1)
        && value.startsWith("-", 1 + Ids.LENGTH)
        && Ids.isPart(value, 2 + Ids.LENGTH);
  }

  String local() {
    return value.substring(1, 1 + Ids.LENGTH);
  }

  String mark() {
    return value.substring(2 + Ids.LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a conversation and carries a keyed mark of its owner; it is the key of every record about
 * it.
 */
public record ConversationId(@JsonValue String value) {
  static final Pattern PATTERN = Pattern.compile("c" + Ids.PART + "-" + Ids.PART);

  @JsonCreator
  public ConversationId {
    Ids.require("a conversation id", value, PATTERN);
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

package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names one tool call: the turn, the round of the model (from 1) and the place in its answer (from
 * 0).
 */
public record CallId(@JsonValue String value) {
  private static final Pattern PATTERN =
      Pattern.compile(TurnId.PATTERN + "\\.[0-9]{1,9}\\.[0-9]{1,9}");

  @JsonCreator
  public CallId {
    Ids.require("a call id", value, PATTERN);
  }

  public static CallId of(TurnId turn, int round, int index) {
    return new CallId(turn + "." + round + "." + index);
  }

  public TurnId turn() {
    return new TurnId(value.substring(0, value.indexOf('.', value.indexOf(".t") + 1)));
  }

  public ConversationId conversation() {
    return turn().conversation();
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names one tool call: the turn, the round of the model (from 1) and the place in its answer (from
 * 0).
 */
public record CallId(@JsonValue String value) {
  static final String FORM = TurnId.FORM + "\\.[0-9]{1,9}\\.[0-9]{1,9}";

  @JsonCreator
  public CallId {
    if (value == null || !fits(value)) {
      throw Ids.malformed("a call id", FORM);
    }
  }

  static boolean fits(String value) {
    return TurnId.begins(value)
        && Ids.endOfNumber(value, Ids.endOfNumber(value, TurnId.LENGTH)) == value.length();
  }

  public static CallId of(TurnId turn, int round, int index) {
    return new CallId(turn + "." + round + "." + index);
  }

  public TurnId turn() {
    return new TurnId(value.substring(0, TurnId.LENGTH));
  }

  public ConversationId conversation() {
    return turn().conversation();
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one exact request to a model: the turn, the round and the digest of all that was asked. */
public record AskId(@JsonValue String value) {
  private static final Pattern PATTERN = Pattern.compile(Ids.PART);

  @JsonCreator
  public AskId {
    Ids.require("an ask id", value, PATTERN);
  }

  public static AskId of(TurnId turn, int round, String requestDigest) {
    return new AskId(Ids.derive(turn.value(), Integer.toString(round), requestDigest));
  }

  @Override
  public String toString() {
    return value;
  }
}

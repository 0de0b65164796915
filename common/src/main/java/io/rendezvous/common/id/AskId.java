package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one exact request to a model: the turn, the round and the digest of all that was asked. */
public record AskId(@JsonValue String value) {
  @JsonCreator
  public AskId {
    if (value == null || value.length() != Ids.LENGTH || !Ids.isPart(value, 0)) {
      throw Ids.malformed("an ask id", Ids.PART);
    }
  }

  public static AskId of(TurnId turn, int round, String requestDigest) {
    return new AskId(Ids.derive(turn.value(), Integer.toString(round), requestDigest));
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a user, for ever; made by us, never an e-mail address. */
public record UserId(@JsonValue String value) {
  @JsonCreator
  public UserId {
    Ids.require("a user id", value, "u-[a-z0-9]{1,32}");
  }

  @Override
  public String toString() {
    return value;
  }
}

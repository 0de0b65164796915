package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a user, for ever; made by us, never an e-mail address. */
public record UserId(@JsonValue String value) {
  private static final Pattern PATTERN = Pattern.compile("u-[a-z0-9]{1,32}");

  @JsonCreator
  public UserId {
    Ids.require("a user id", value, PATTERN);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a user, for ever; made by us, never an e-mail address. */
public record UserId(@JsonValue String value) {
  private static final String FORM = "u-[a-z0-9]{1,32}";
  private static final int LONGEST = 34;

  @JsonCreator
  public UserId {
    if (value == null || !fits(value)) {
      throw Ids.malformed("a user id", FORM);
    }
  }

  private static boolean fits(String value) {
    return value.startsWith("u-")
        && value.length() > 2
        && value.length() <= LONGEST
        && value.chars().skip(2).allMatch(c -> Ids.isDigit((char) c) || (c >= 'a' && c <= 'z'));
  }

  @Override
  public String toString() {
    return value;
  }
}

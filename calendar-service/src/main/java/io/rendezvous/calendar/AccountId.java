package io.rendezvous.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one account of a user at a calendar provider. */
public record AccountId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-v]{16}");

  @JsonCreator
  public AccountId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Expected an account id like " + FORM + ", but found another form");
    }
  }

  /** Whether this text is the id of an account. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}

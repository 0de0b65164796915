package io.rendezvous.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the approval that one tool call needs: a call is asked about once. */
public record ApprovalId(@JsonValue String value) {
  private static final String SUFFIX = ".a";

  @JsonCreator
  public ApprovalId {
    if (value == null
        || !value.endsWith(SUFFIX)
        || !CallId.fits(value.substring(0, value.length() - SUFFIX.length()))) {
      throw Ids.malformed("an approval id", CallId.FORM + "\\" + SUFFIX);
    }
  }

  public static ApprovalId of(CallId call) {
    return new ApprovalId(call + SUFFIX);
  }

  public CallId call() {
    return new CallId(value.substring(0, value.length() - SUFFIX.length()));
  }

  public TurnId turn() {
    return call().turn();
  }

  public ConversationId conversation() {
    return turn().conversation();
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.rendezvous.common.wire;

import org.jspecify.annotations.Nullable;

/**
 * A record that is not what its topic carries; trying again would not help. The message has no
 * personal text.
 */
public final class UnreadableRecord extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public UnreadableRecord(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with it. */
  public enum Reason {
    /** No CloudEvents attributes, or no data. */
    NOT_AN_EVENT,
    /** A type that this version does not know. */
    UNKNOWN_TYPE,
    /** Data that is not JSON, or lacks what its type needs. */
    BAD_DATA,
    /** The key is missing, or names another conversation than the data. */
    WRONG_KEY,
    /** The conversation does not bear the mark of the user that the data names. */
    WRONG_OWNER
  }
}

package io.rendezvous.standalone;

import org.jspecify.annotations.Nullable;

/** Why it cannot run, in one line that tells what to do. */
public final class RunFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String line;

  RunFailure(String message) {
    this(message, null);
  }

  RunFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.line = message;
  }

  String line() {
    return line;
  }
}

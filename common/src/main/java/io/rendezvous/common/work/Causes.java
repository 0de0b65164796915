package io.rendezvous.common.work;

import org.jspecify.annotations.Nullable;

/** Tells what went wrong and where, without the messages, which may hold personal text. */
final class Causes {
  private static final int MAX_CAUSES = 8;

  private Causes() {}

  static String of(Throwable failure) {
    var told = new StringBuilder();
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      StackTraceElement[] trace = cause.getStackTrace();
      told.append(depth == 0 ? "" : ", caused by ").append(cause.getClass().getName());
      if (trace.length > 0) {
        told.append(" at ").append(trace[0]);
      }
      cause = cause.getCause();
    }
    return told.toString();
  }
}

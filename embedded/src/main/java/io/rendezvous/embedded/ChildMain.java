package io.rendezvous.embedded;

import java.io.IOException;
import java.util.Arrays;

/**
 * Runs DynamoDB Local in the child process; ends when the parent does, however that ended. Uses
 * nothing but the JDK: the child has DynamoDB Local's libraries, not ours.
 */
final class ChildMain {
  static final String SERVER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  private ChildMain() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    ignore("INT");
    ignore("HUP");
    Thread.ofPlatform().name("parent-watch").daemon().start(ChildMain::endWithParent);
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /**
   * Ctrl-C reaches every process of a terminal, but the services still write while they stop.
   * Reflection, since the compiler refuses to name this class under {@code -Werror}.
   */
  private static void ignore(String signal) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    type.getMethod("handle", type, handler)
        .invoke(
            null,
            type.getConstructor(String.class).newInstance(signal),
            handler.getField("SIG_IGN").get(null));
  }

  /** The parent holds the other end of standard input, and says nothing on it. */
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Only the end matters.
      }
    } catch (IOException gone) {
      // As good as the end.
    }
    // Every acknowledged write is on disk; an orderly exit could hang on a half-started server.
    Runtime.getRuntime().halt(0);
  }
}

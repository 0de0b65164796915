package io.rendezvous.systemtest;

import java.io.IOException;

/** DynamoDB Local of this JVM's stack, stopped in its tracks until closed. */
final class FrozenTables implements AutoCloseable {
  private final long pid;

  private FrozenTables(long pid) {
    this.pid = pid;
  }

  static FrozenTables freeze() throws IOException, InterruptedException {
    long pid =
        ProcessHandle.current()
            .children()
            .filter(
                child -> child.info().commandLine().orElse("").contains(Stack.data().toString()))
            .findFirst()
            .orElseThrow()
            .pid();
    signal("STOP", pid);
    return new FrozenTables(pid);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    signal("CONT", pid);
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}

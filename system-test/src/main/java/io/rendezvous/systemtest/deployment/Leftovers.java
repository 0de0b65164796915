package io.rendezvous.systemtest.deployment;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Processes that must not outlive this one. */
final class Leftovers {
  private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> STARTED.forEach(Process::destroyForcibly)));
  }

  private Leftovers() {}

  static void remember(Process process) {
    STARTED.removeIf(other -> !other.isAlive());
    STARTED.add(process);
  }
}

package io.rendezvous.systemtest.fault;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a run was made of, and where.
 *
 * @param at when it had ended
 * @param commit that was built, in short; empty where there is no Git
 * @param machine in words
 * @param outageSeconds how long what was away stayed away
 * @param command the arguments of Maven; empty where another tool ran it
 */
record Circumstances(
    Instant at, String commit, String machine, long outageSeconds, String command) {

  static Circumstances now() {
    return new Circumstances(
        Instant.now(),
        Here.COMMIT,
        Here.MACHINE,
        FaultSettings.read().outage().toSeconds(),
        Here.COMMAND);
  }

  /** The same for every run of this process. */
  private static final class Here {
    static final String COMMIT = commit();
    static final String MACHINE = machine();
    static final String COMMAND = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "").strip();

    private static String commit() {
      try {
        Process git =
            new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .directory(Checkout.FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      } catch (IOException noGit) {
        return "";
      }
    }

    private static String machine() {
      var machine =
          (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return "%s %s, %d processors, %d GB, Java %s"
          .formatted(
              machine.getName(),
              machine.getArch(),
              machine.getAvailableProcessors(),
              Math.round(machine.getTotalMemorySize() / 1e9),
              Runtime.version());
    }
  }
}

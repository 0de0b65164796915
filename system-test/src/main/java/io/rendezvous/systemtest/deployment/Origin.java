package io.rendezvous.systemtest.deployment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * What is run, and where: the same for every run of this process.
 *
 * @param commit that was built, in short; empty where there is no Git
 * @param machine in words
 */
public record Origin(String commit, String machine) {
  private static final Origin HERE = new Origin(readCommit(), describeMachine());

  public static Origin here() {
    return HERE;
  }

  private static String readCommit() {
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

  private static String describeMachine() {
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

package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.report.Table;
import io.rendezvous.systemtest.scripted.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * For a first look: conversations, think time in milliseconds, seconds of warm-up, of measuring.
 */
public final class First {
  private First() {}

  public static int run(String[] a) throws Exception {
    Path folder = java.nio.file.Files.createTempDirectory("bench");
    try (var bed =
        Bed.start(
            folder, Script.USUAL.thinking(Duration.ofMillis(Long.parseLong(a[1]))), plan -> plan)) {
      System.out.println(
          Table.of(
              List.of(
                  bed.drive(
                      Load.of(
                          Integer.parseInt(a[0]),
                          Duration.ofSeconds(Long.parseLong(a[2])),
                          Duration.ofSeconds(Long.parseLong(a[3])))))));
    }
    System.out.println(folder);
    return 0;
  }
}

package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final int PROCESSES = 2;
  private static final int EACH = 50;

  @TempDir static Path folder;

  @Test
  void of_several_processes_at_once_are_all_kept_and_counted() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int row = 1; row <= PROCESSES; row++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Adder.class.getName(),
                  folder.toString(),
                  Integer.toString(row))
              .inheritIO()
              .start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }

    assertThat(new Results(folder).all()).hasSize(PROCESSES * EACH);
    assertThat(Files.readString(folder.resolve("faults.md")))
        .contains("| 1 | a fault | 50 | 50 | 0 | 0 |", "| 2 | a fault | 50 | 50 | 0 | 0 |");
  }

  @Test
  void of_two_commits_say_so_in_table_and_page() throws Exception {
    Path page = folder.resolve("page.md");
    var results = new Results(Files.createDirectory(folder.resolve("two")));
    results.add(passed(3, "abc1234"), page);
    results.add(passed(3, "def5678"), page);

    assertThat(new ResultTable(results.all()).toString()).endsWith("| abc1234, def5678 |\n");
    assertThat(Files.readString(page))
        .contains(
            "| when | 2026-11-25 |",
            "| commit | abc1234<br>def5678 |",
            "| machine | a machine |",
            "| runs | 2 of 1 rows, 0 failed |",
            "| outages | 60 s |",
            "| 3 | a fault | 2 | 2 | 0 | 0 |");
  }

  private static Result passed(int row, String commit) {
    return new Result(
        row,
        "a fault",
        4711,
        "passed",
        12.3,
        1.5,
        "",
        new Circumstances(
            Instant.parse("2026-11-25T12:00:00Z"), commit, "a machine", 60, "verify -Pfaults"));
  }

  /** Another process that adds results. */
  static final class Adder {
    private Adder() {}

    public static void main(String[] arguments) {
      var results = new Results(Path.of(arguments[0]));
      for (int i = 0; i < EACH; i++) {
        results.add(passed(Integer.parseInt(arguments[1]), "abc1234"), null);
      }
    }
  }
}

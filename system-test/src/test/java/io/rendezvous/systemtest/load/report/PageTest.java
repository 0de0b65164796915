package io.rendezvous.systemtest.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  private static final Results RESULTS =
      new Results(
          "2026-11-23T07:00:00Z",
          false,
          "25",
          2,
          0.1,
          List.of(
              new Report(
                  "long",
                  "One conversation.",
                  List.of(),
                  Map.of(),
                  Map.of("bytes", 12.0),
                  List.of(Verdict.atMost("overhead", 1.1, null, 1.05)))));

  @TempDir Path folder;

  @Test
  void what_people_wrote_outlives_the_figures() throws Exception {
    Path page = folder.resolve("performance.md");
    Page.write(RESULTS, page);
    Files.writeString(page, Files.readString(page).replace("Not written yet.", "Into sealing."));
    Page.write(RESULTS, page);
    assertThat(Files.readString(page))
        .contains("Into sealing.", "| long: overhead |", "≤ 1.10", "1.05", "reached")
        .doesNotContain("Not written yet.");
  }

  @Test
  void results_are_read_as_they_were_written() throws Exception {
    Path file = folder.resolve("results.json");
    RESULTS.write(file);
    assertThat(Results.read(file)).isEqualTo(RESULTS);
  }
}

package io.rendezvous.systemtest.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.deployment.Origin;
import io.rendezvous.systemtest.load.profile.Profile;
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
          new Origin("abc", "Linux, 2 processors"),
          0.1,
          List.of(
              new Report(
                  "long",
                  "One conversation.",
                  List.of(),
                  Map.of(),
                  Map.of("broker", new Profile(100, Map.of("Kafka", 0.75, "JDK", 0.25))),
                  Map.of("bytes", 12.0),
                  List.of(Verdict.atMost("overhead", 1.1, null, 1.05)))));

  @TempDir Path folder;

  @Test
  void what_people_wrote_outlives_the_figures() throws Exception {
    Path page = folder.resolve("performance.md");
    Page.write(List.of(RESULTS), page);
    Files.writeString(page, Files.readString(page).replace("Not written yet.", "Into sealing."));
    Page.write(List.of(RESULTS), page);
    assertThat(Files.readString(page))
        .contains("Into sealing.", "| long: overhead |", "≤ 1.10", "1.05", "reached", "75 %")
        .doesNotContain("Not written yet.");
  }

  @Test
  void of_each_scenario_the_last_run_counts() throws Exception {
    Path page = folder.resolve("performance.md");
    Report shorter = new Report("short", "", List.of(), Map.of(), Map.of(), Map.of(), List.of());
    Results earlier =
        new Results(
            "2026-11-22T07:00:00Z",
            false,
            new Origin("old", "Linux"),
            0,
            List.of(shorter, RESULTS.reports().getFirst()));
    Page.write(List.of(earlier, RESULTS), page);
    assertThat(Files.readString(page))
        .contains("- short: 2026-11-22T07:00:00Z, commit old", "- long: 2026-11-23", "commit abc")
        .containsOnlyOnce("## long");
  }

  @Test
  void results_are_read_as_they_were_written() throws Exception {
    Path file = folder.resolve("results.json");
    RESULTS.write(file);
    assertThat(Results.read(file)).isEqualTo(RESULTS);
  }
}

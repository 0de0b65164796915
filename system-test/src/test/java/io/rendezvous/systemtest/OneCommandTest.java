package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./rendezvous} as people run it. */
class OneCommandTest {
  private static final Pattern CURL = Pattern.compile("^curl .*$", Pattern.MULTILINE);

  private static final long GIBIBYTE_IN_KILOBYTES = 1024 * 1024;

  /** About as long as a turn takes. */
  private static final int LONGEST_MILLIS = 500;

  @TempDir Path folder;

  @Test
  void what_it_shows_and_the_readme_tells_works_and_sigkill_loses_and_sigterm_leaves_nothing()
      throws Exception {
    Path home = Files.createDirectories(folder.resolve("a folder"));
    Path data = home.resolve("data");
    Begun begun;
    try (var product = RunningProduct.start(data)) {
      tryWhatItShows(product);
      tryTheReadme(product, home);
      if (Files.exists(Path.of("/proc/self/status"))) {
        assertThat(product.residentKilobytes()).isLessThan(GIBIBYTE_IN_KILOBYTES);
      }
      refuseASecond(product, data);
      begun = killInATurn(product);
    }
    try (var product = RunningProduct.start(data)) {
      finishAlone(product, begun);
      stop(product);
    }
  }

  @Test
  void a_taken_port_is_told_in_one_line() throws Exception {
    try (var taken = new ServerSocket(0);
        var product = RunningProduct.launch(folder.resolve("data"), taken.getLocalPort())) {
      assertThat(product.exitCode()).isEqualTo(1);
      assertThat(product.said().lines().toList().getLast())
          .contains("Port " + taken.getLocalPort(), "--port");
    }
  }

  @Test
  void a_data_folder_that_cannot_be_written_is_told_in_one_line() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    try (var product = RunningProduct.launch(file.resolve("data"), 1)) {
      assertThat(product.exitCode()).isEqualTo(1);
      assertThat(product.said().lines())
          .singleElement()
          .asString()
          .contains("data folder", "--data");
    }
  }

  private static List<String> commands(RunningProduct product) throws IOException {
    return CURL.matcher(product.said()).results().map(MatchResult::group).toList();
  }

  private static void tryWhatItShows(RunningProduct product) throws Exception {
    // They are printed after the line that says that it is ready.
    List<String> commands = await().until(() -> commands(product), found -> found.size() == 3);
    assertThat(Shell.run(commands.get(0)))
        .containsPattern("event: ?text.delta")
        .contains("13:00", "completed");
    assertThat(Shell.run(commands.get(1))).contains("Friday", "13:00", "completed");
    assertThat(Shell.run(commands.get(2))).contains("ana@example.com");
  }

  private static void tryTheReadme(RunningProduct product, Path home) throws Exception {
    String block = Readme.blockToRun().replace("localhost:8080", "localhost:" + product.port());
    Shell.Done done = Shell.attempt("set -eu\n" + block, home, Map.of());
    assertThat(done.exitCode()).as(done.printed()).isZero();
    assertThat(done.printed())
        .contains("turn.ended", "\"completed\"", "Friday", "ana@example.com", "nextCursor")
        .doesNotContain("/problems/");
  }

  private static void refuseASecond(RunningProduct product, Path data) throws Exception {
    try (var second = RunningProduct.launch(data, product.port())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.said().lines())
          .singleElement()
          .asString()
          .contains("Another Rendezvous (process " + product.pid() + ")");
    }
  }

  /** A turn whose process was killed at a random moment; the seed is said where it fails. */
  private record Begun(String turn, int booked, String how) {}

  private static Begun killInATurn(RunningProduct product) throws Exception {
    long seed = Long.getLong("rendezvous.seed", System.nanoTime());
    int pause = new Random(seed).nextInt(LONGEST_MILLIS);
    int booked = product.demoUser().calendar().size();
    Answer accepted =
        product
            .demoUser()
            .post("/api/v1/prompts", Client.prompt("Planifie une réunion demain à 9h", null));
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    LockSupport.parkNanos(pause * 1_000_000L);
    product.kill();
    return new Begun(
        accepted.text("turnId"), booked, "seed " + seed + ", killed after " + pause + " ms");
  }

  private static void finishAlone(RunningProduct product, Begun begun) throws Exception {
    Answer ended = product.demoUser().ended(begun.turn());
    assertThat(ended.text("status")).as(begun.how() + ": " + ended.body()).isEqualTo("completed");
    assertThat(product.demoUser().calendar()).as(begun.how()).hasSize(begun.booked() + 1);
  }

  private static void stop(RunningProduct product) throws Exception {
    List<ProcessHandle> children = product.children();
    assertThat(children).hasSize(1);
    // As Ctrl-C does, which reaches every process of a terminal.
    Shell.run("kill -INT " + children.getFirst().pid());
    assertThat(product.demoUser().calendar()).isNotEmpty();
    assertThat(product.stop()).isZero();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }
}

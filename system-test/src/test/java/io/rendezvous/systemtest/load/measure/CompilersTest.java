package io.rendezvous.systemtest.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilersTest {
  @Test
  void are_known_by_the_names_that_Linux_shows() throws Exception {
    try (var threads = Files.list(Path.of("/proc/self/task"))) {
      assertThat(threads.map(thread -> read(thread.resolve("stat"))))
          .anyMatch(Compilers::isCompiler)
          .anyMatch(stat -> !Compilers.isCompiler(stat));
    }
  }

  private static String read(Path stat) {
    try {
      return Files.readString(stat);
    } catch (IOException ended) {
      return "";
    }
  }

  @Test
  void are_not_said_to_be_calm_before_they_were_watched() {
    assertThat(new Compilers(List.of(ProcessHandle.current().pid())).areCalm()).isFalse();
  }

  @Test
  void take_a_share_of_all_processors() {
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(Compilers.share(500.0 * processors, 1_000_000_000)).isEqualTo(0.5);
  }
}

package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneCommandTest {
  private static final Pattern CURL = Pattern.compile("^curl .*$", Pattern.MULTILINE);

  @TempDir Path folder;

  @Test
  void the_commands_that_it_shows_work_as_they_stand_and_sigterm_leaves_nothing_behind()
      throws Exception {
    Path data = folder.resolve("my data");
    try (var product = RunningProduct.start(data)) {
      List<String> commands =
          CURL.matcher(product.said()).results().map(match -> match.group()).toList();
      assertThat(commands).hasSize(3);
      assertThat(Shell.run(commands.get(0)))
          .containsPattern("event: ?text.delta")
          .contains("\"completed\"", "13:00");
      assertThat(Shell.run(commands.get(1))).contains("Friday", "\"completed\"");
      assertThat(Shell.run(commands.get(2))).contains("ana@example.com");

      try (var second = RunningProduct.launch(data, product.port())) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said().lines())
            .singleElement()
            .asString()
            .contains("Another Rendezvous (process " + product.handle().pid() + ")");
      }

      List<ProcessHandle> children = product.children();
      assertThat(children).isNotEmpty();
      assertThat(product.stop()).isZero();
      assertThat(children).noneMatch(ProcessHandle::isAlive);
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
}

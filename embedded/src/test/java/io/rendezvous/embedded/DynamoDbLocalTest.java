package io.rendezvous.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalTest {
  private static final Path JARS = Path.of(System.getProperty("rendezvous.dynamodb-local.jars"));

  @TempDir Path folder;

  @Test
  void ends_when_its_parent_is_killed() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ParentOfDynamoDbLocal.class.getName(),
                JARS.toString(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = parent.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      parent.destroyForcibly();
      assertThat(child.onExit().get(10, SECONDS).isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void stops_one_that_was_left_on_the_same_data() throws Exception {
    try (var left = start("first.log")) {
      ProcessHandle leftProcess = ProcessHandle.of(left.pid()).orElseThrow();
      try (var next = start("second.log")) {
        assertThat(leftProcess.isAlive()).isFalse();
        assertThat(next.ended()).isNotDone();
      }
    }
  }

  @Test
  void leaves_other_programs_alone_that_got_the_same_process_number() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(data.resolve("dynamodb-local.pid"), Long.toString(other.pid()));
      start("log").close();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  private DynamoDbLocal start(String log) throws Exception {
    return DynamoDbLocal.start(JARS, folder.resolve("data"), FreePorts.next(), folder.resolve(log));
  }
}

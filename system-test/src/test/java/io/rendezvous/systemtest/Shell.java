package io.rendezvous.systemtest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs commands as people type them. */
final class Shell {
  private Shell() {}

  /** What a command prints; it must succeed within a minute. */
  static String run(String command) throws Exception {
    Done done = attempt(command, Path.of("."), Map.of());
    assertThat(done.exitCode()).as("%s printed: %s", command, done.printed()).isZero();
    return done.printed();
  }

  /** Runs a command in this folder, with these variables on top of ours. */
  static Done attempt(String command, Path folder, Map<String, String> environment)
      throws Exception {
    Path output = Files.createTempFile("shell", ".out");
    var builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean inTime = process.waitFor(60, SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(inTime).as("%s printed: %s", command, printed).isTrue();
    return new Done(process.exitValue(), printed);
  }

  record Done(int exitCode, String printed) {}
}

package io.rendezvous.systemtest.crash;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link CrashChild} with the agent. */
final class CrashChildProcess implements AutoCloseable {
  private static final String AGENT = System.getProperty("rendezvous.crash-points.jar");

  private final Process process;
  private final Path log;

  private CrashChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static CrashChildProcess start(Path crashFile, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // As services get it, whatever their command line.
    builder.environment().put("JDK_JAVA_OPTIONS", "-javaagent:" + AGENT);
    builder.environment().put(CrashFile.VARIABLE, crashFile.toString());
    Path log = Files.createTempFile(crashFile.getParent(), "child", ".log");
    return new CrashChildProcess(builder.redirectOutput(log.toFile()).start(), log);
  }

  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() throws Exception {
    assertThat(process.waitFor(120, SECONDS)).as(Files.readString(log)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly().waitFor();
  }
}

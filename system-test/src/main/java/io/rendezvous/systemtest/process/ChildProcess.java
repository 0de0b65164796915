package io.rendezvous.systemtest.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The parent's side: a main class of ours in a JVM of its own. */
public final class ChildProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int LOOK_AGAIN_MILLIS = 20;

  private final Process process;
  private final URI address;

  private ChildProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts and returns once it serves; it writes to this log. */
  public static ChildProcess start(
      Class<?> main, Path log, List<String> virtualMachine, String... arguments)
      throws InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(virtualMachine);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new ChildProcess(process, awaitAddress(process, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI awaitAddress(Process process, Path log)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      for (String line : Files.readAllLines(log)) {
        if (line.startsWith(Child.SERVING)) {
          return URI.create(line.substring(Child.SERVING.length()));
        }
      }
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        process.destroyForcibly();
        throw new IOException("Expected a process to start, but it did not; it printed to " + log);
      }
      process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Where it serves. */
  public URI address() {
    return address;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}

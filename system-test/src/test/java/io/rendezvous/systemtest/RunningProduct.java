package io.rendezvous.systemtest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.rendezvous.embedded.FreePorts;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./rendezvous} in a process of its own, as people run it. */
final class RunningProduct implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final Process process;
  private final Path data;
  private final Path output;
  private final int port;

  private RunningProduct(Process process, Path data, Path output, int port) {
    this.process = process;
    this.data = data;
    this.output = output;
    this.port = port;
  }

  /** Starts it on a free port and returns once it says that it is ready. */
  static RunningProduct start(Path data) throws IOException {
    RunningProduct product = launch(data, FreePorts.next());
    await()
        .atMost(START_LIMIT)
        .until(() -> product.said().contains("Ready at") || !product.process.isAlive());
    if (!product.process.isAlive()) {
      throw new AssertionError("Expected it to start, but it said: " + product.said());
    }
    return product;
  }

  /** Starts it and does not wait. */
  static RunningProduct launch(Path data, int port) throws IOException {
    Path output = Files.createTempFile("rendezvous", ".out");
    output.toFile().deleteOnExit();
    var builder =
        new ProcessBuilder(
                Checkout.LAUNCHER.toString(),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // What tests do to be quicker is no user's.
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return new RunningProduct(builder.start(), data, output, port);
  }

  String baseUrl() {
    return "http://localhost:" + port;
  }

  int port() {
    return port;
  }

  Client demoUser() throws IOException {
    return new Client(baseUrl(), Files.readString(data.resolve("demo-token")).strip());
  }

  /** Everything that it has printed. */
  String said() throws IOException {
    return Files.readString(output);
  }

  /** The processes that it has started. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** What it and its children take of the machine's memory. */
  long residentKilobytes() throws IOException {
    long sum = 0;
    for (long pid :
        Stream.concat(Stream.of(pid()), children().stream().map(ProcessHandle::pid)).toList()) {
      sum +=
          Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .sum();
    }
    return sum;
  }

  /** SIGKILL: nothing of it runs another instruction. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, as Ctrl-C: returns the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(90, SECONDS)) {
      throw new AssertionError("Expected it to end, but it runs on");
    }
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}

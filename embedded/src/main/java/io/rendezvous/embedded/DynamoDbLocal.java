package io.rendezvous.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local in a process of its own, so that its many libraries stay out of this one. */
public final class DynamoDbLocal implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final Process process;
  private final int port;
  private final @Nullable Leftover leftover;

  private DynamoDbLocal(Process process, int port, @Nullable Leftover leftover) {
    this.process = process;
    this.port = port;
    this.leftover = leftover;
  }

  /**
   * Starts and returns once it takes connections; one that a killed process left on these data is
   * stopped first. It ends with this process, however that ends.
   *
   * @param jars the folder that holds DynamoDB Local and its libraries
   * @param data where its tables are kept, made if it is new; null keeps them in memory
   * @param port to listen on
   * @param log takes what it prints
   */
  public static DynamoDbLocal start(Path jars, @Nullable Path data, int port, Path log)
      throws IOException, InterruptedException {
    Leftover leftover = null;
    if (data != null) {
      Files.createDirectories(data);
      leftover = new Leftover(data);
      leftover.stop();
    }
    var child = new ProcessBuilder(ChildCommand.of(jars, data, port));
    // SQLite's threads would each keep a pool of freed memory.
    child.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    Process process = child.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var local = new DynamoDbLocal(process, port, leftover);
    try {
      if (leftover != null) {
        leftover.remember(process.pid());
      }
      local.awaitStart(log);
      return local;
    } catch (IOException | InterruptedException | RuntimeException e) {
      local.close();
      throw e;
    }
  }

  /**
   * The command line of such a process, for those who start it themselves; it ends once nobody
   * holds its standard input.
   *
   * @param data where its tables are kept; null keeps them in memory
   */
  public static List<String> command(Path jars, @Nullable Path data, int port) {
    return ChildCommand.of(jars, data, port);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public long pid() {
    return process.pid();
  }

  /** Done when the process has ended, for whatever reason. */
  public CompletableFuture<Void> ended() {
    return process.onExit().thenApply(_ -> null);
  }

  private void awaitStart(Path log) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + START_LIMIT.toNanos();
    while (!accepts()) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        throw new IOException(
            "Expected DynamoDB Local to start, but it did not; it printed to " + log);
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      if (leftover != null) {
        leftover.forget();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

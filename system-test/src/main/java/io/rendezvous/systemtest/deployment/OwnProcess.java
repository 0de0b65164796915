package io.rendezvous.systemtest.deployment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of its own that can be treated badly, and started again as it was. */
public abstract class OwnProcess implements AutoCloseable {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(30);

  private final String name;
  private final Path log;
  private @Nullable Process process;

  OwnProcess(String name, Path folder) {
    this.name = name;
    this.log = folder.resolve("logs").resolve(name + ".log");
  }

  public String name() {
    return name;
  }

  /** All that it printed, over all its starts. */
  public Path log() {
    return log;
  }

  /** What is run; asked at every start. */
  abstract List<String> command() throws IOException;

  /** Beside what this process's own environment says. */
  abstract Map<String, String> environment();

  /** Whether it does its work. */
  public abstract boolean isReady();

  /** Starts it, and does not wait. */
  public synchronized void start() {
    if (isAlive()) {
      throw new IllegalStateException("Expected " + name + " not to run, but it does");
    }
    try {
      var builder = new ProcessBuilder(command());
      // A process that would change with the machine it is tried on proves less.
      builder.environment().keySet().removeIf(Providers::isAboutOne);
      builder.environment().put("MALLOC_ARENA_MAX", "2");
      builder.environment().putAll(environment());
      File file = log.toFile();
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
              .start();
      Leftovers.remember(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns once it does its work.
   *
   * @throws AssertionError where it has ended, or does not within the limit
   */
  public void awaitReady(Duration limit) {
    long from = System.nanoTime();
    while (!isReady()) {
      if (!isAlive()) {
        throw new AssertionError("Expected " + name + " to run, but it has ended; see " + log);
      }
      if (System.nanoTime() - from > limit.toNanos()) {
        throw new AssertionError(
            "Expected " + name + " to be ready within " + limit + ", but it is not; see " + log);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Expected to wait for a process, but was interrupted", e);
    }
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  public long pid() {
    return running().pid();
  }

  /** SIGKILL: nothing of it runs another instruction. Returns once it is gone. */
  public void kill() {
    running().destroyForcibly();
    await(KILL_LIMIT);
  }

  /** SIGTERM; returns the exit code. */
  public int terminate(Duration limit) {
    running().destroy();
    return await(limit);
  }

  /** SIGSTOP: it stands still and keeps all that it has. */
  public void freeze() {
    signal("STOP");
  }

  /** SIGCONT. */
  public void thaw() {
    signal("CONT");
  }

  /** Returns the exit code once it has ended by itself, or was ended. */
  public int await(Duration limit) {
    Process waited = running();
    try {
      if (!waited.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("Expected " + name + " to end within " + limit + "; see " + log);
      }
      return waited.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Expected " + name + " to end, but was interrupted", e);
    }
  }

  /** Ends it, whatever state it is in. */
  @Override
  public void close() {
    if (isAlive()) {
      kill();
    }
  }

  private void signal(String signal) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new AssertionError("Expected to send SIG" + signal + " to " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Expected to send a signal, but was interrupted", e);
    }
  }

  private synchronized Process running() {
    if (process == null) {
      throw new IllegalStateException("Expected " + name + " to have been started");
    }
    return process;
  }
}

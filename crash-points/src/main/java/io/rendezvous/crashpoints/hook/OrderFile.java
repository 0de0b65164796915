package io.rendezvous.crashpoints.hook;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file that orders come by. Its name tells how far it is: as it was named it waits to be read,
 * then it is {@code .armed} (or {@code .refused}), and {@code .hit} once the order is carried out.
 */
final class OrderFile {
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private final Path file;

  /** A hit may come between arming and the renaming that tells of it, and has to wait for that. */
  private final ReentrantLock renaming = new ReentrantLock();

  OrderFile(Path file) {
    this.file = file;
  }

  /** Never returns. An empty file takes back the order before. */
  void watch(Consumer<@Nullable Order> arm) {
    while (true) {
      if (Files.exists(file)) {
        take(arm);
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }

  private void take(Consumer<@Nullable Order> arm) {
    renaming.lock();
    try {
      String line = Files.readString(file);
      arm.accept(line.isBlank() ? null : Order.read(line, this));
      rename(file, beside(".armed"));
    } catch (IOException | RuntimeException e) {
      System.err.println("Expected to arm a crash point, but " + e);
      rename(file, beside(".refused"));
    } finally {
      renaming.unlock();
    }
  }

  /** Ends the process: no shutdown hook runs, no buffer is flushed. */
  void halt() {
    told();
    SelfKill.now();
  }

  /** Holds this thread until it may go on; others run. */
  void pause() {
    told();
    Path go = beside(".go");
    boolean interrupted = false;
    while (!Files.exists(go)) {
      LockSupport.parkNanos(INTERVAL.toNanos());
      interrupted |= Thread.interrupted();
    }
    rename(go, beside(".gone"));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void told() {
    renaming.lock();
    try {
      rename(beside(".armed"), beside(".hit"));
    } finally {
      renaming.unlock();
    }
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static void rename(Path from, Path to) {
    try {
      Files.move(from, to, ATOMIC_MOVE);
    } catch (IOException e) {
      System.err.println("Expected to rename " + from + ", but " + e);
    }
  }
}

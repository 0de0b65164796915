package io.rendezvous.systemtest.crash;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The test's side of a crash file: tells a running process where to halt or to hold, and sees that
 * it did. One order at a time; a process that is started again has none.
 */
public final class CrashFile {
  /** Names the crash file to the process, as an environment variable or a system property. */
  public static final String VARIABLE = "RENDEZVOUS_CRASH_FILE";

  private static final Duration ARMING_LIMIT = Duration.ofSeconds(30);
  private static final Duration INTERVAL = Duration.ofMillis(10);

  private final Path file;

  public CrashFile(Path file) {
    this.file = file;
  }

  /**
   * The process halts as by SIGKILL at this hit of the point, counted from when this returns.
   *
   * @param hit 1 is the next
   */
  public void halt(CrashPoint point, String subject, int hit) {
    order(point.wireName() + " " + subject + " " + hit);
  }

  /**
   * The process halts once so many threads are at this hit of the point, each one's counted by
   * themselves; those who come first wait there.
   */
  public void haltTogether(CrashPoint point, String subject, int hit, int threads) {
    order(point.wireName() + " " + subject + " " + hit + " " + threads);
  }

  /** The thread that makes this hit is held until {@link #release()}; others go on. */
  public void hold(CrashPoint point, String subject, int hit) {
    order("pause " + point.wireName() + " " + subject + " " + hit);
  }

  /** Takes back an order that was not carried out yet. */
  public void takeBack() {
    order("");
  }

  public boolean isHit() {
    return isThere(".hit");
  }

  /** Returns once the process is halted, or about to be, or holds. */
  public void awaitHit(Duration limit) {
    await(this::isHit, ".hit", limit);
  }

  /** Lets a thread go on that is held; returns once it does. */
  public void release() {
    try {
      Files.createFile(beside(".go"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await(() -> isThere(".gone"), ".gone", ARMING_LIMIT);
  }

  private void order(String line) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      for (String ending : new String[] {"", ".armed", ".refused", ".hit", ".go", ".gone"}) {
        Files.deleteIfExists(beside(ending));
      }
      // Written elsewhere and moved, so that it is never read half.
      Path draft = Files.writeString(beside(".draft"), line);
      Files.move(draft, file, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitArmed();
  }

  private void awaitArmed() {
    // A hit may follow at once.
    await(() -> isThere(".armed") || isHit() || isThere(".refused"), ".armed", ARMING_LIMIT);
    if (isThere(".refused")) {
      throw new IllegalArgumentException("Expected " + file + " to be obeyed, but it was refused");
    }
  }

  private void await(BooleanSupplier until, String ending, Duration limit) {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(
            "Expected " + beside(ending) + " within " + limit + ", but it is not there");
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }

  private boolean isThere(String ending) {
    return Files.exists(beside(ending));
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}

package io.rendezvous.orchestrator.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes the text of one try as it comes: the first piece at once, what follows gathered for a
 * while, never half of a surrogate pair. A thread of its own writes, so that text is not held back
 * while the model pauses.
 */
final class DeltaStream implements AutoCloseable {
  private final Writer writer;
  private final Duration interval;
  private final int maxCharacters;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final StringBuilder pending = new StringBuilder();
  private final List<CompletableFuture<Void>> written = new ArrayList<>();
  private final Thread thread;
  private boolean whole;
  private boolean closed;

  /** Writes one piece; done when acknowledged. */
  interface Writer {
    CompletableFuture<Void> write(int offset, String piece);
  }

  DeltaStream(Writer writer, Duration interval, int maxCharacters) {
    this.writer = writer;
    this.interval = interval;
    this.maxCharacters = maxCharacters;
    this.thread = Thread.ofVirtual().name("reply-deltas").start(this::run);
  }

  void add(String piece) {
    change(() -> pending.append(piece));
  }

  /**
   * Returns when all that was added is written.
   *
   * @throws ExecutionException if a piece could not be
   */
  void finish() throws InterruptedException, ExecutionException {
    change(() -> whole = true);
    thread.join();
    CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).get();
  }

  /** Drops what is not yet written. */
  @Override
  public void close() {
    change(() -> closed = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    int offset = 0;
    try {
      for (String piece = next(); piece != null; piece = next()) {
        written.add(write(offset, piece));
        offset += piece.length();
        gather();
      }
    } catch (InterruptedException e) {
      written.add(CompletableFuture.failedFuture(e));
    }
  }

  private CompletableFuture<Void> write(int offset, String piece) {
    try {
      return writer.write(offset, piece);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private @Nullable String next() throws InterruptedException {
    lock.lock();
    try {
      while (ready() == 0 && !whole && !closed) {
        changed.await();
      }
      int length = closed ? 0 : ready();
      if (length == 0) {
        return null;
      }
      String piece = pending.substring(0, length);
      pending.delete(0, length);
      return piece;
    } finally {
      lock.unlock();
    }
  }

  /** How much can be written: of a pair, both halves or none. */
  private int ready() {
    int length = Math.min(pending.length(), maxCharacters);
    boolean last = whole && length == pending.length();
    boolean halved = length > 0 && Character.isHighSurrogate(pending.charAt(length - 1));
    return halved && !last ? length - 1 : length;
  }

  private void gather() throws InterruptedException {
    lock.lock();
    try {
      long left = interval.toNanos();
      while (left > 0 && !whole && !closed && pending.length() < maxCharacters) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}

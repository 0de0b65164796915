package io.rendezvous.common.work;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks on a virtual thread each, up to a limit at once; the others wait in their order. A
 * thread that is done takes another task if one comes soon: Tink's ciphers and randomness, among
 * others, are made for each thread anew, and cost more than the thread.
 */
final class Slots {
  private static final long IDLE_SECONDS = 10;

  private final int limit;
  private final Executor threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;
  private boolean stopped;

  Slots(int limit, String name) {
    this.limit = limit;
    this.threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofVirtual().name(name + "-", 1).factory());
  }

  synchronized void submit(Runnable task) {
    if (stopped) {
      return;
    }
    if (running < limit) {
      running++;
      start(task);
    } else {
      waiting.add(task);
    }
  }

  /** Starts nothing any more; what runs goes on. */
  synchronized void stop() {
    stopped = true;
    waiting.clear();
  }

  synchronized int running() {
    return running;
  }

  synchronized boolean isFull() {
    return running >= limit;
  }

  private void start(Runnable task) {
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            freed();
          }
        });
  }

  private synchronized void freed() {
    Runnable next = waiting.poll();
    if (next == null) {
      running--;
    } else {
      start(next);
    }
  }
}

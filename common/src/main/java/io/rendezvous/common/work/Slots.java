package io.rendezvous.common.work;

import java.util.ArrayDeque;
import java.util.Queue;

/** Runs tasks on a virtual thread each, up to a limit at once; the others wait in their order. */
final class Slots {
  private final int limit;
  private final Thread.Builder threads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;
  private boolean stopped;

  Slots(int limit, String name) {
    this.limit = limit;
    this.threads = Thread.ofVirtual().name(name + "-", 1);
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
    threads.start(
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

package io.rendezvous.systemtest.proxy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The weather of a link as it changes; bytes wait here for it. */
final class Sky {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Weather now = Weather.CLEAR;

  Weather now() {
    return now;
  }

  void change(UnaryOperator<Weather> change) {
    lock.lock();
    try {
      now = change.apply(now);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns when bytes may go on.
   *
   * @param due when they may where there is a delay, as by {@code System.nanoTime()}
   */
  void awaitPassage(long due) throws InterruptedException {
    if (!holds(due)) {
      return;
    }
    lock.lockInterruptibly();
    try {
      while (holds(due)) {
        if (now.stalled()) {
          changed.await();
        } else {
          var _ = changed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean holds(long due) {
    Weather weather = now;
    return weather.stalled() || (weather.delay() != null && due - System.nanoTime() > 0);
  }
}

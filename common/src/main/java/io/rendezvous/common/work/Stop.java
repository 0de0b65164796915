package io.rendezvous.common.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells all parts of a window that it is to end, and cuts their pauses short. */
final class Stop {
  private final CountDownLatch asked = new CountDownLatch(1);
  private volatile boolean abrupt;

  void ask() {
    asked.countDown();
  }

  /** As a crash would: nothing is awaited and nothing committed. */
  void askAbruptly() {
    abrupt = true;
    asked.countDown();
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  boolean isAbrupt() {
    return abrupt;
  }

  /** Whether the window goes on after this pause. */
  boolean pause(Duration pause) throws InterruptedException {
    return !asked.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }
}

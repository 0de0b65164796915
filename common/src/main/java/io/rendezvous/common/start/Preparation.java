package io.rendezvous.common.start;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the broker, the tables or whatever a service stands on, for as long as it takes; the
 * service lives meanwhile, but is not ready.
 */
public final class Preparation implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Preparation.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** A step ends at once when it is interrupted; one that does not is left behind. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final String name;
  private final List<Step> steps;
  private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new Random());
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Makes a preparation that has not begun.
   *
   * @param name what is prepared, for the log
   * @param then runs once when every step has been taken, in their order; not after a close
   */
  public Preparation(String name, List<Step> steps, Runnable then) {
    this.name = name;
    this.steps = List.copyOf(steps);
    this.thread = Thread.ofVirtual().name("prepare-" + name).unstarted(() -> run(then));
  }

  /** Returns at once. */
  public void begin() {
    thread.start();
  }

  public boolean isDone() {
    return done.getCount() == 0;
  }

  /** Waits, without limit, until all is done. */
  public void await() throws InterruptedException {
    done.await();
  }

  private void run(Runnable then) {
    try {
      for (Step step : steps) {
        take(step);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("closed");
      }
      then.run();
      done.countDown();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Step step) throws InterruptedException {
    for (int attempt = 1; !isTaken(step); attempt++) {
      Thread.sleep(backoff.after(attempt));
    }
  }

  private boolean isTaken(Step step) throws InterruptedException {
    try {
      step.take();
      return true;
    } catch (Exception failure) {
      if (failure instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("closed");
      }
      log.warn("The {} are not as they must be yet, trying again: {}", name, failure.toString());
      return false;
    }
  }

  /** Ends the wait at once. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join(CLOSE_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

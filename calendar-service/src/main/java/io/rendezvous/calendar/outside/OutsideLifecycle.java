package io.rendezvous.calendar.outside;

import io.rendezvous.common.start.Preparation;
import io.rendezvous.common.start.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes a round every now and then while the service runs, once the tables are there. */
final class OutsideLifecycle implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideLifecycle.class);

  /** A look that is broken off is made again, so a stop does not wait long. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

  private final Rounds rounds;
  private final ExecutorService threads;
  private final OutsideSettings settings;
  private final Thread clock;
  private final Preparation preparation;
  private volatile boolean running;

  OutsideLifecycle(
      List<Step> steps, Rounds rounds, ExecutorService threads, OutsideSettings settings) {
    this.rounds = rounds;
    this.threads = threads;
    this.settings = settings;
    this.clock = Thread.ofVirtual().name("outside").unstarted(this::run);
    this.preparation = new Preparation("tables of accounts", steps, clock::start);
  }

  @Override
  public void start() {
    running = true;
    if (settings.enabled()) {
      preparation.begin();
    }
  }

  private void run() {
    try {
      while (running) {
        Thread.sleep(settings.tick());
        round();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws InterruptedException {
    try {
      rounds.round();
    } catch (RuntimeException failure) {
      LOG.warn("Accounts cannot be looked at, trying again: {}", failure.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    preparation.close();
    clock.interrupt();
    threads.shutdownNow();
    try {
      if (clock.getState() != Thread.State.NEW) {
        clock.join(STOP_LIMIT);
      }
      if (!threads.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Looks are left behind that do not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

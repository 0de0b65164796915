package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.account.Due;
import io.rendezvous.calendar.account.Looks;
import io.rendezvous.common.start.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Takes the accounts that are due, and looks at each on a thread of its own. */
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Looks looks;
  private final AccountLook look;
  private final ExecutorService threads;
  private final OutsideMetrics metrics;
  private final OutsideSettings limits;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Semaphore room;

  Rounds(
      Looks looks,
      AccountLook look,
      ExecutorService threads,
      OutsideMetrics metrics,
      OutsideSettings limits,
      InstantSource clock,
      RandomGenerator random) {
    this.looks = looks;
    this.look = look;
    this.threads = threads;
    this.metrics = metrics;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
    this.room = new Semaphore(limits.looksAtOnce());
  }

  /**
   * Takes what is due now. Begins with any shard, so that several processes do not want the same
   * accounts; returns when all looks are begun.
   */
  void round() throws InterruptedException {
    int first = random.nextInt(Looks.SHARDS);
    for (int i = 0; i < Looks.SHARDS; i++) {
      int shard = (first + i) % Looks.SHARDS;
      for (Due due : looks.due(shard, clock.instant(), limits.batch())) {
        begin(due);
      }
    }
  }

  private void begin(Due due) throws InterruptedException {
    room.acquire();
    boolean begun = false;
    try {
      Instant until = clock.instant().plus(limits.lease());
      if (looks.take(due, until)) {
        threads.execute(() -> lookAt(due, until));
        begun = true;
      }
    } finally {
      if (!begun) {
        room.release();
      }
    }
  }

  private void lookAt(Due due, Instant until) {
    try {
      boolean well = isLookedAt(due);
      metrics.looked(well);
      int failures = well ? 0 : due.failures() + 1;
      looks.giveBack(due, until, clock.instant().plus(pause(failures)), failures);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (SdkException failure) {
      // Due again when its time is over.
      LOG.warn("An account cannot be given back: {}", failure.getMessage());
    } finally {
      room.release();
    }
  }

  private boolean isLookedAt(Due due) throws InterruptedException {
    try {
      return look.look(due.user(), due.account());
    } catch (RuntimeException failure) {
      // Its message may hold what the calendar holds.
      LOG.warn("Looking at {} failed: {}", due.account(), failure.getClass().getName());
      return false;
    }
  }

  private Duration pause(int failures) {
    double quarter = 0.75 + random.nextDouble() / 2;
    var usual = Duration.ofMillis((long) (limits.interval().toMillis() * quarter));
    if (failures == 0) {
      return usual;
    }
    Duration longer =
        new Backoff(limits.interval(), limits.longestPause(), random).after(failures + 1);
    return longer.compareTo(usual) > 0 ? longer : usual;
  }
}

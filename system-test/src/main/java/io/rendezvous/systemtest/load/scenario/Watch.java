package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.load.drive.Driver;
import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.drive.Phases;
import io.rendezvous.systemtest.load.drive.TurnDone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A light load that goes on whatever happens, and tells when its turns have gone on. */
final class Watch implements AutoCloseable {
  private static final int CONVERSATIONS = 10;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SETTLING = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration FOREVER = Duration.ofHours(1);

  private final List<TurnDone> done = new ArrayList<>();
  private final Thread thread;

  private Watch(Driver driver) {
    thread = Thread.ofVirtual().name("watch").start(() -> hold(driver));
  }

  /** Begins, and returns once turns end. */
  static Watch over(Bed bed) throws InterruptedException {
    Load load = Load.of(CONVERSATIONS, Duration.ZERO, FOREVER).insisting(PAUSE, PATIENCE);
    var watch = new Watch(new Driver(bed.gateways(), user -> bed.token("watch", user), load));
    watch.settle();
    return watch;
  }

  private void hold(Driver driver) {
    try {
      driver.run(Phases.NONE, this::ended);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void ended(TurnDone turn) {
    done.add(turn);
  }

  /** Kills once all is as usual; returns when it was dead, as {@link System#nanoTime} has it. */
  long kill(OwnProcess process) throws InterruptedException {
    settle();
    process.kill();
    return System.nanoTime();
  }

  /** Returns after a time in which every conversation went on. */
  void settle() throws InterruptedException {
    long from = System.nanoTime();
    Thread.sleep(SETTLING);
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (conversationsSince(from) < CONVERSATIONS && System.nanoTime() < giveUp) {
      Thread.sleep(LOOK_AGAIN);
    }
  }

  /**
   * Seconds from the moment that counts until a turn has ended in every conversation since the
   * kill: the one that was under way then, if one was. Where none does, the limit.
   */
  double wentOn(long killed, long counted) throws InterruptedException {
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (conversationsSince(killed) < CONVERSATIONS && System.nanoTime() < giveUp) {
      Thread.sleep(LOOK_AGAIN);
    }
    if (conversationsSince(killed) < CONVERSATIONS) {
      return LIMIT.toSeconds();
    }
    return Math.max(0, firstEndsSince(killed) - counted) / 1e9;
  }

  private synchronized long conversationsSince(long moment) {
    return done.stream()
        .filter(turn -> turn.error() == null && turn.endedAt() > moment)
        .mapToInt(TurnDone::conversation)
        .distinct()
        .count();
  }

  /** When the last of the conversations had its first end after this moment. */
  private synchronized long firstEndsSince(long moment) {
    var first = new long[CONVERSATIONS];
    for (TurnDone turn : done) {
      if (turn.error() == null && turn.endedAt() > moment && first[turn.conversation()] == 0) {
        first[turn.conversation()] = turn.endedAt();
      }
    }
    long last = moment;
    for (long end : first) {
      last = Math.max(last, end);
    }
    return last;
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}

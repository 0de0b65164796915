package io.rendezvous.systemtest.load.drive;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Holds the conversations of one load; a virtual thread each. */
public final class Driver {
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

  private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final List<URI> gateways;
  private final IntFunction<String> tokens;
  private final Load load;
  private final BooleanSupplier warm;

  /** Tells the turns of this run from those of others that the same model answers. */
  private final String run = Long.toString(System.currentTimeMillis(), 36);

  private final LongAdder turns = new LongAdder();
  private volatile boolean over;

  /**
   * Drives nothing yet.
   *
   * @param tokens the access token of each conversation's user
   */
  public Driver(List<URI> gateways, IntFunction<String> tokens, Load load) {
    this(gateways, tokens, load, () -> true);
  }

  /**
   * As the other.
   *
   * @param warm what the warm-up also waits for
   */
  public Driver(List<URI> gateways, IntFunction<String> tokens, Load load, BooleanSupplier warm) {
    this.gateways = List.copyOf(gateways);
    this.tokens = tokens;
    this.load = load;
    this.warm = warm;
  }

  /** What the model knows a turn as. */
  public String turn(int conversation, int number) {
    return run + "-" + conversation + "-" + number;
  }

  /** Returns once every conversation's last turn has ended. */
  public void run(Phases phases, Consumer<TurnDone> ended) throws InterruptedException {
    boolean byTime = load.turnsEach() == 0;
    if (!byTime) {
      phases.begin();
    }
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < load.conversations(); i++) {
      var talker = new Talker(gateways, tokens.apply(i), load, run, i);
      threads.add(Thread.ofVirtual().name("talker-" + i).start(() -> hold(talker, ended)));
    }
    if (byTime) {
      try {
        warmUp();
        phases.begin();
        Thread.sleep(load.measured());
        phases.end();
      } finally {
        over = true;
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!byTime) {
      phases.end();
    }
  }

  /**
   * At least for the time, and until enough turns have ended and all is warm: a slow machine needs
   * longer.
   */
  private void warmUp() throws InterruptedException {
    Thread.sleep(load.warmUp());
    long giveUp = System.nanoTime() + WARM_UP_LIMIT.toNanos();
    while ((turns.sum() < load.warmUpTurns() || !warm.getAsBoolean())
        && System.nanoTime() < giveUp) {
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private void hold(Talker talker, Consumer<TurnDone> ended) {
    try {
      if (load.conversations() > 1) {
        Thread.sleep(ThreadLocalRandom.current().nextLong(load.arrival().toMillis() + 1));
      }
      for (int turn = 1; !over && (load.turnsEach() == 0 || turn <= load.turnsEach()); turn++) {
        TurnDone done = talker.turn(turn);
        turns.increment();
        ended.accept(done);
        // One that is refused must not ask as fast as it can.
        Thread.sleep(done.error() == null ? load.pause() : AFTER_REFUSAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      talker.close();
    }
  }
}

package io.rendezvous.systemtest.load.drive;

import java.time.Duration;

/**
 * How many conversations, for how long; each says its next turn when the last has ended.
 *
 * @param conversations at once, each a user's own
 * @param warmUp driven but not counted
 * @param measured how long turns are counted
 * @param turnsEach ends after so many turns of each conversation instead, without warm-up; 0 ends
 *     by time
 * @param pause between a turn's end and the next
 * @param insist whether a turn that fails is sent again with the same key until it ends
 * @param patience how long a stream may be silent
 * @param arrival the time over which the first turns come: people do not all begin at once
 */
public record Load(
    int conversations,
    Duration warmUp,
    Duration measured,
    int turnsEach,
    Duration pause,
    boolean insist,
    Duration patience,
    Duration arrival) {
  private static final int WARM_UP_TURNS = 200;
  private static final int WARM_UP_TURNS_EACH = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration ARRIVAL = Duration.ofSeconds(1);

  /** So many conversations for a time. */
  public static Load of(int conversations, Duration warmUp, Duration measured) {
    return new Load(conversations, warmUp, measured, 0, Duration.ZERO, false, PATIENCE, ARRIVAL);
  }

  /** So many conversations with so many turns each. */
  public static Load turns(int conversations, int turnsEach) {
    return new Load(
        conversations,
        Duration.ZERO,
        Duration.ZERO,
        turnsEach,
        Duration.ZERO,
        false,
        PATIENCE,
        Duration.ZERO);
  }

  /** Turns that must have ended before any counts, where there is a warm-up. */
  int warmUpTurns() {
    return warmUp.isZero() ? 0 : Math.max(WARM_UP_TURNS, WARM_UP_TURNS_EACH * conversations);
  }

  /** With turns sent again, whatever happens to the services. */
  public Load insisting(Duration pause, Duration patience) {
    return new Load(conversations, warmUp, measured, turnsEach, pause, true, patience, arrival);
  }

  /** With first turns that come over this time. */
  public Load arriving(Duration time) {
    return new Load(conversations, warmUp, measured, turnsEach, pause, insist, patience, time);
  }
}

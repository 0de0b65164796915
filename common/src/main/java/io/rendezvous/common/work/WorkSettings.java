package io.rendezvous.common.work;

import java.time.Duration;
import java.util.List;

/**
 * The limits of a work window.
 *
 * @param maxInFlight how many records are worked on at once, at least 1
 * @param maxAttempts how often a record is tried before it is given up, at least 1
 * @param firstBackoff the pause before the second try; it doubles with each further one
 * @param maxBackoff the longest pause
 * @param commitInterval how often finished work is committed
 * @param drainTimeout how long a stop waits for work under way
 * @param maxOpenOffsets how far finished work may run ahead of the oldest unfinished record of a
 *     partition; never beyond 24,000, which is what the broker takes as commit metadata
 * @param keyOrdered whether records of one key are done one after the other
 */
public record WorkSettings(
    int maxInFlight,
    int maxAttempts,
    Duration firstBackoff,
    Duration maxBackoff,
    Duration commitInterval,
    Duration drainTimeout,
    int maxOpenOffsets,
    boolean keyOrdered) {
  public WorkSettings {
    if (maxInFlight < 1 || maxAttempts < 1 || maxOpenOffsets < 1) {
      throw new IllegalArgumentException(
          "Expected limits of at least 1, but found "
              + List.of(maxInFlight, maxAttempts, maxOpenOffsets));
    }
  }

  public static final WorkSettings DEFAULT =
      new WorkSettings(
          5_000,
          3,
          Duration.ofMillis(500),
          Duration.ofSeconds(10),
          Duration.ofMillis(100),
          Duration.ofSeconds(10),
          20_000,
          false);
}

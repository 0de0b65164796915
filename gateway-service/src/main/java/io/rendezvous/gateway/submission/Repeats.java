package io.rendezvous.gateway.submission;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.log.LogReader;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What is known of a turn that a request may repeat. Tables that are away must not slow prompts:
 * then the tail alone is asked, and the decider, who knows repeats for a day.
 */
final class Repeats {
  private final LogReader log;
  private final Duration limit;
  private final long pauseNanos;
  private volatile boolean away;
  private volatile long awaySince;

  Repeats(LogReader log, SubmissionSettings settings) {
    this.log = log;
    this.limit = settings.repeatLimit();
    this.pauseNanos = settings.repeatPause().toNanos();
  }

  List<Entry> known(Following following, TurnId turn) {
    if (away && System.nanoTime() - awaySince < pauseNanos) {
      return following.entries();
    }
    try {
      List<Entry> events = log.events(following, turn, limit);
      away = false;
      return events;
    } catch (SdkException tablesAway) {
      awaySince = System.nanoTime();
      away = true;
      return following.entries();
    }
  }
}

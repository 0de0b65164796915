package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.ModelFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Whether a model is asked again after a failure, and when. */
record Retries(int attempts, Duration firstBackoff, Duration maxBackoff) {

  /**
   * How long to wait before the next try; null where there is to be none.
   *
   * @param failures how many tries have failed, from 1 on
   */
  @Nullable Duration pauseAfter(
      int failures, ModelException failure, Instant now, Instant deadline) {
    if (failures >= attempts || !isPassing(failure.reason())) {
      return null;
    }
    Duration asked = failure.retryAfter();
    Duration pause = asked == null ? backoff(failures) : asked;
    return now.plus(pause).isBefore(deadline) ? pause : null;
  }

  private static boolean isPassing(ModelFailure reason) {
    return switch (reason) {
      case UNAVAILABLE, TIMED_OUT, RATE_LIMITED, INCOMPLETE -> true;
      case UNAUTHORIZED, STOPPED, REJECTED, FILTERED, MALFORMED -> false;
    };
  }

  /** Doubles with each failure, and is cut by up to a half, so that many do not try as one. */
  private Duration backoff(int failures) {
    double doubled = firstBackoff.toMillis() * Math.pow(2, failures - 1.0);
    double whole = Math.min(doubled, (double) maxBackoff.toMillis());
    return Duration.ofMillis((long) (whole * ThreadLocalRandom.current().nextDouble(0.5, 1)));
  }
}

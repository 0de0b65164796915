package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.orchestrator.model.Next.Again;
import io.rendezvous.orchestrator.model.Next.Another;
import io.rendezvous.orchestrator.model.Next.GiveUp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked after a failure, and when.
 *
 * @param attempts how often one model is asked
 * @param patience how long after a call's beginning nobody is waited for any more, unless a
 *     provider that is the last one says how long
 */
record Retries(int attempts, Duration firstBackoff, Duration maxBackoff, Duration patience) {
  /**
   * What has been tried.
   *
   * @param failures of the model that was asked last, from 1 on
   * @param told whether that model was told before what was wrong with an answer of its
   * @param others whether there is another after it
   * @param elapsed since the call began
   */
  record Tried(int failures, boolean told, boolean others, Duration elapsed) {}

  /** For somebody who may ask a few times only: each model once, where there are others. */
  Retries sparing() {
    return new Retries(1, firstBackoff, maxBackoff, patience);
  }

  Next after(Tried tried, ModelException failure, Instant now, Instant deadline) {
    boolean over =
        failure.reason() == ModelFailure.STOPPED || failure.reason() == ModelFailure.OVER_BUDGET;
    if (over || !now.isBefore(deadline)) {
      return new GiveUp();
    }
    Duration pause = pause(tried, failure);
    return pause != null && now.plus(pause).isBefore(deadline) ? new Again(pause) : new Another();
  }

  /** Null where the same model is not asked again. */
  private @Nullable Duration pause(Tried tried, ModelException failure) {
    Duration asked = failure.retryAfter();
    return switch (failure.reason()) {
      case UNAUTHORIZED, REJECTED, FILTERED, LEAKED, STOPPED, OVER_BUDGET, LOST -> null;
      // Told what was wrong with it, a model does better.
      case MALFORMED, UNBACKED -> tried.told() ? null : Duration.ZERO;
      // It has taken its time; who comes next shall have some too.
      case TIMED_OUT -> tried.others() ? null : own(tried);
      case PASSED_OVER -> tried.others() ? null : asked == null ? own(tried) : within(tried, asked);
      case UNAVAILABLE, RATE_LIMITED, INCOMPLETE -> {
        if (asked == null) {
          yield own(tried);
        }
        yield tried.others() || tried.failures() >= attempts ? null : asked;
      }
    };
  }

  private @Nullable Duration own(Tried tried) {
    return tried.failures() < attempts ? within(tried, backoff(tried.failures())) : null;
  }

  private @Nullable Duration within(Tried tried, Duration pause) {
    return tried.elapsed().plus(pause).compareTo(patience) <= 0 ? pause : null;
  }

  /** Doubles with each failure, and is cut by up to a half, so that many do not try as one. */
  private Duration backoff(int failures) {
    double doubled = firstBackoff.toMillis() * Math.pow(2, failures - 1.0);
    double whole = Math.min(doubled, (double) maxBackoff.toMillis());
    return Duration.ofMillis((long) (whole * ThreadLocalRandom.current().nextDouble(0.5, 1)));
  }
}

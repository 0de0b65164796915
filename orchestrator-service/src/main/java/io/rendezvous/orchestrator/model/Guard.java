package io.rendezvous.orchestrator.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.rendezvous.common.model.ModelFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps calls from a model that fails too often, wants a rest or has had enough for now. */
final class Guard {
  private static final int TRIAL_CALLS = 2;

  private final CircuitBreaker circuit;
  private final RateLimiter limiter;
  private final InstantSource clock;
  private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

  /**
   * A guard that lets calls pass.
   *
   * @param callsPerMinute spread over the minute, a second's share at once
   */
  Guard(String name, CircuitSettings settings, int callsPerMinute, InstantSource clock) {
    this.circuit =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.leastCalls())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .build());
    this.limiter = RateLimiter.of(name, limits(callsPerMinute));
    this.clock = clock;
    circuit
        .getEventPublisher()
        .onStateTransition(
            change -> {
              if (change.getStateTransition().getToState() == State.OPEN) {
                rest(settings.openFor());
              }
            });
  }

  private static RateLimiterConfig limits(int callsPerMinute) {
    int perSecond = Math.max(1, callsPerMinute / 60);
    return RateLimiterConfig.custom()
        .limitForPeriod(perSecond)
        .limitRefreshPeriod(Duration.ofMinutes(1).multipliedBy(perSecond).dividedBy(callsPerMinute))
        .timeoutDuration(Duration.ZERO)
        .build();
  }

  /**
   * Returns if the model may be asked; its outcome must be told then.
   *
   * @throws ModelException if it is passed over, with how long that will last where it is known
   */
  void enter() throws ModelException {
    var rest = Duration.between(clock.instant(), restsUntil.get());
    if (rest.isPositive()) {
      throw passedOver("it rests", rest);
    }
    if (!circuit.tryAcquirePermission()) {
      throw passedOver("it is being tried out", null);
    }
    if (!limiter.acquirePermission()) {
      circuit.releasePermission();
      throw passedOver("it was asked too often", null);
    }
  }

  private static ModelException passedOver(String why, @Nullable Duration wait) {
    return new ModelException(ModelFailure.PASSED_OVER, why, wait, null);
  }

  void answered(Duration took) {
    circuit.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
  }

  void failed(Duration took, ModelException failure) {
    switch (failure.reason()) {
      case UNAVAILABLE, TIMED_OUT, RATE_LIMITED, UNAUTHORIZED, INCOMPLETE ->
          circuit.onError(took.toNanos(), TimeUnit.NANOSECONDS, failure);
      // It works, though not as wanted.
      case FILTERED, MALFORMED, UNBACKED, LEAKED, REJECTED -> answered(took);
      case STOPPED, OVER_BUDGET, PASSED_OVER, LOST -> left();
    }
    if (failure.retryAfter() != null) {
      rest(failure.retryAfter());
    }
  }

  /** What let it pass ended without an outcome of the model's. */
  void left() {
    circuit.releasePermission();
  }

  private void rest(Duration atLeast) {
    Instant end = clock.instant().plus(atLeast);
    restsUntil.accumulateAndGet(end, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Whether nobody is let pass, for operators. */
  boolean isOpen() {
    return circuit.getState() == State.OPEN;
  }
}

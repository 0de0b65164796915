package io.rendezvous.gateway.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the streams that are open, and bounds them by user. */
final class OpenStreams {
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Map<UserId, Integer> byUser = new ConcurrentHashMap<>();
  private final AtomicInteger all = new AtomicInteger();
  private final int maxPerUser;

  OpenStreams(MeterRegistry registry, int maxPerUser) {
    this.maxPerUser = maxPerUser;
    registry.gauge("rendezvous.streams.open", all);
  }

  /** Counts one until it is closed. */
  Open open(UserId user) {
    if (byUser.merge(user, 1, Integer::sum) > maxPerUser) {
      leave(user);
      throw Problem.of(ProblemCode.TOO_MANY_STREAMS, "Close another stream first.")
          .retryAfter(RETRY);
    }
    all.incrementAndGet();
    return () -> {
      all.decrementAndGet();
      leave(user);
    };
  }

  private void leave(UserId user) {
    byUser.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
  }

  /** A stream that is open. */
  interface Open extends AutoCloseable {
    @Override
    void close();
  }
}

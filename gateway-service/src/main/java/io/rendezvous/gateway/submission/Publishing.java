package io.rendezvous.gateway.submission;

import io.rendezvous.common.command.Request;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.kafka.RequestLog;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Publishes what starts turns; the same many times at once is published once. */
final class Publishing {
  record Key(UserId user, TurnId turn, String bodyDigest) {}

  private final Map<Key, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
  private final RequestLog requests;

  Publishing(RequestLog requests) {
    this.requests = requests;
  }

  /** How many of the user's requests are on their way to the decider. */
  int underWay(UserId user) {
    return Math.toIntExact(
        underWay.keySet().stream().filter(key -> key.user().equals(user)).count());
  }

  /**
   * Publishes, or joins who does already, then waits for the verdict.
   *
   * @throws io.rendezvous.gateway.problem.Problem 503 if the broker does not acknowledge in time
   */
  long publish(Key key, Request request, @Nullable String traceparent, Supplier<Long> verdict) {
    long start = System.nanoTime();
    var mine = new CompletableFuture<Void>();
    var first = underWay.putIfAbsent(key, mine);
    if (first != null) {
      requests.await(first, start);
      return verdict.get();
    }
    try {
      var sent =
          requests
              .send(request, traceparent)
              .whenComplete(
                  (_, failure) -> {
                    if (failure == null) {
                      mine.complete(null);
                    } else {
                      mine.completeExceptionally(failure);
                    }
                  });
      requests.await(sent, start);
      return verdict.get();
    } finally {
      underWay.remove(key, mine);
    }
  }
}

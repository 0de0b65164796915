package io.rendezvous.calendar.grant;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets whoever asks for the same at the same time have the one answer. */
final class SingleFlight<K, V> {
  private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  /** What the supplier says, asked by the first one alone; what it throws is thrown to all. */
  V join(K key, Supplier<V> answer) {
    var mine = new CompletableFuture<V>();
    CompletableFuture<V> flight = flights.putIfAbsent(key, mine);
    if (flight != null) {
      return landed(flight);
    }
    try {
      mine.complete(answer.get());
    } catch (RuntimeException | Error failure) {
      mine.completeExceptionally(failure);
    } finally {
      flights.remove(key, mine);
    }
    return landed(mine);
  }

  private static <V> V landed(CompletableFuture<V> flight) {
    try {
      return flight.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}

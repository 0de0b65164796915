package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what was found out for a while, at most so much; failures are not remembered. */
final class Remembered<K, V> {
  private final Map<K, Found<V>> entries;
  private final Duration time;
  private final InstantSource clock;

  Remembered(int most, Duration time, InstantSource clock) {
    this.time = time;
    this.clock = clock;
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Found<V>> eldest) {
            return size() > most;
          }
        };
  }

  /** What is remembered, else what is found out now; nobody waits for another who asks. */
  Outcome<V> get(K key, Supplier<Outcome<V>> asked) {
    Instant now = clock.instant();
    @Nullable Found<V> known;
    synchronized (entries) {
      known = entries.get(key);
    }
    if (known != null && known.until().isAfter(now)) {
      return new Outcome.Done<>(known.value());
    }
    return asked
        .get()
        .map(
            value -> {
              synchronized (entries) {
                entries.put(key, new Found<>(value, now.plus(time)));
              }
              return value;
            });
  }

  private record Found<V>(V value, Instant until) {}
}

package io.rendezvous.common.work;

import io.rendezvous.common.start.Backoff;
import io.rendezvous.common.wire.Codec;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a record up: tells those who wait for it, and writes its dead letter. */
final class SettingAside<T> {
  private static final Logger log = LoggerFactory.getLogger(SettingAside.class);

  private final Work<T> work;
  private final DeadLetters letters;
  private final int maxAttempts;
  private final Backoff backoff;
  private final Stop stop;
  private final WorkMetrics metrics;

  SettingAside(
      Work<T> work,
      DeadLetters letters,
      int maxAttempts,
      Backoff backoff,
      Stop stop,
      WorkMetrics metrics) {
    this.work = work;
    this.letters = letters;
    this.maxAttempts = maxAttempts;
    this.backoff = backoff;
    this.stop = stop;
    this.metrics = metrics;
  }

  /**
   * Goes on until the letter is written: a record that is in no topic any more would be lost.
   *
   * @param task null where the record could not be read: then nobody can be told
   * @return false only where the window ends before
   */
  boolean setAside(ConsumerRecord<String, byte[]> record, @Nullable T task, Exception cause)
      throws InterruptedException {
    boolean told = false;
    for (int attempt = 1; ; attempt++) {
      if (task != null && !told) {
        told = abandon(record, task, cause);
        if (!told && stop.isAsked()) {
          return false;
        }
      }
      try {
        letters.publish(record, cause).get();
        metrics.deadLettered(DeadLetters.kind(cause));
        log.warn("Set aside {}: {}", Place.of(record), DeadLetters.reason(cause));
        return true;
      } catch (ExecutionException e) {
        log.warn("The dead letter of {} failed: {}", Place.of(record), Causes.of(e));
      }
      if (!stop.pause(backoff.after(attempt))) {
        return false;
      }
    }
  }

  /**
   * Whether those who wait know; tried a few times only, since a bug here must not hold the letter,
   * but for as long as what it stands on is away.
   */
  private boolean abandon(ConsumerRecord<String, byte[]> record, T task, Exception cause)
      throws InterruptedException {
    int pauses = 0;
    for (int attempt = 1; attempt <= maxAttempts; ) {
      try {
        work.abandon(task, cause, Codec.traceparent(record.headers()));
        metrics.abandoned();
        return true;
      } catch (Away away) {
        log.warn("Giving up {} waits: {}", Place.of(record), Causes.of(away));
      } catch (Throwable failure) {
        log.warn("Giving up {} failed: {}", Place.of(record), Causes.of(failure));
        attempt++;
      }
      if (attempt <= maxAttempts && !stop.pause(backoff.after(++pauses))) {
        return false;
      }
    }
    return false;
  }
}

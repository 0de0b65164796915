package io.rendezvous.common.work;

import io.rendezvous.common.id.OfConversation;
import io.rendezvous.common.start.Backoff;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of one record: done, tried again, or set aside; its thread blocks meanwhile. */
final class Handling<T> {
  private static final Logger log = LoggerFactory.getLogger(Handling.class);

  private final Class<T> kind;
  private final Work<T> work;
  private final SettingAside<T> aside;
  private final int maxAttempts;
  private final Backoff backoff;
  private final Stop stop;
  private final WorkMetrics metrics;

  Handling(
      Class<T> kind,
      Work<T> work,
      SettingAside<T> aside,
      int maxAttempts,
      Backoff backoff,
      Stop stop,
      WorkMetrics metrics) {
    this.kind = kind;
    this.work = work;
    this.aside = aside;
    this.maxAttempts = maxAttempts;
    this.backoff = backoff;
    this.stop = stop;
    this.metrics = metrics;
  }

  /** Whether nothing is left to do for the record; false only where the window ends before. */
  boolean handle(ConsumerRecord<String, byte[]> record) throws InterruptedException {
    metrics.begun(record.timestamp());
    T task;
    try {
      task = read(record);
    } catch (UnreadableRecord unreadable) {
      return aside.setAside(record, null, unreadable);
    }
    int attempt = 0;
    int pauses = 0;
    while (true) {
      try {
        work.handle(task, Codec.traceparent(record.headers()));
        metrics.finished();
        return true;
      } catch (UnreadableRecord unreadable) {
        return aside.setAside(record, null, unreadable);
      } catch (Away away) {
        log.warn("{} waits: {}", Place.of(record), Causes.of(away));
      } catch (Throwable failure) {
        attempt++;
        log.warn("Try {} of {} failed: {}", attempt, Place.of(record), Causes.of(failure));
        if (attempt >= maxAttempts) {
          return aside.setAside(record, task, exception(failure));
        }
      }
      metrics.retried();
      if (!stop.pause(backoff.after(++pauses))) {
        return false;
      }
    }
  }

  private T read(ConsumerRecord<String, byte[]> record) throws UnreadableRecord {
    T task = Codec.decode(record.headers(), record.value(), kind);
    if (task instanceof OfConversation about
        && !about.conversation().value().equals(record.key())) {
      throw new UnreadableRecord(
          Reason.WRONG_KEY, "the record's key is not its conversation", null);
    }
    return task;
  }

  private static Exception exception(Throwable failure) {
    return failure instanceof Exception exception ? exception : new ExecutionException(failure);
  }
}

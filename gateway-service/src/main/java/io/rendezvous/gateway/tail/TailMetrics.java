package io.rendezvous.gateway.tail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rendezvous.common.metric.ConsumerLag;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.metric.RecordAges;
import io.rendezvous.common.metric.Timers;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What operators see of the tail. */
final class TailMetrics {
  private final AtomicLong lag = new AtomicLong();
  private final AtomicLong projectionLag = new AtomicLong();
  private final AtomicLong decisionBytes = new AtomicLong();
  private final AtomicLong replyBytes = new AtomicLong();
  private final Timer firstText;
  private final Counter unreadable;
  private final RecordAges ages;
  private final DeadLetterCounts letters;

  TailMetrics(MeterRegistry meters) {
    ConsumerLag.show(meters, "gateway", lag::get);
    gauge("rendezvous.projection.lag", projectionLag).register(meters);
    gauge("rendezvous.tail.decision", decisionBytes).baseUnit("bytes").register(meters);
    gauge("rendezvous.tail.reply", replyBytes).baseUnit("bytes").register(meters);
    firstText = Timers.of(meters, "rendezvous.turn.first.text");
    unreadable = meters.counter("rendezvous.tail.unreadable");
    ages = new RecordAges(meters, Topics.HISTORY, Topics.REPLY_DELTAS);
    letters = new DeadLetterCounts(meters, Topics.REPLY_DELTAS);
  }

  private static Gauge.Builder<?> gauge(String name, AtomicLong value) {
    return Gauge.builder(name, value, AtomicLong::get).strongReference(true);
  }

  /** How many records of the log are written and not yet read here. */
  void lag(long records) {
    lag.set(records);
  }

  /** How many records of {@code history} were read here and are not in the tables. */
  void projectionLag(long records) {
    projectionLag.set(records);
  }

  void held(long decisions, long replies) {
    decisionBytes.set(decisions);
    replyBytes.set(replies);
  }

  void taken(String topic, long writtenMillis, Instant now) {
    ages.taken(topic, writtenMillis, now.toEpochMilli());
  }

  /** Text of a turn's answer is here for the first time. */
  void firstText(Instant accepted, Instant now) {
    firstText.record(now.isBefore(accepted) ? Duration.ZERO : Duration.between(accepted, now));
  }

  void unreadable() {
    unreadable.increment();
  }

  void setAside(Topic topic, UnreadableRecord cause) {
    letters.count(topic, cause.reason().name());
  }
}

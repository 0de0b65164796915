package io.rendezvous.common.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.metric.ConsumerLag;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.metric.RecordAges;
import io.rendezvous.common.topic.Topic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows what a {@link WorkWindow} does. */
public final class WorkMeters implements WorkMetrics {
  private final MeterRegistry meters;
  private final Topic topic;
  private final String group;
  private final InstantSource clock;
  private final RecordAges ages;
  private final DeadLetterCounts letters;
  private final Counter retries;
  private final Counter abandoned;

  public WorkMeters(MeterRegistry meters, Topic topic, String group, InstantSource clock) {
    this.meters = meters;
    this.topic = topic;
    this.group = group;
    this.clock = clock;
    this.ages = new RecordAges(meters, topic);
    this.letters = new DeadLetterCounts(meters, topic);
    this.retries = meters.counter("rendezvous.work.retries", "topic", topic.name());
    this.abandoned = meters.counter("rendezvous.work.abandoned", "topic", topic.name());
  }

  @Override
  public void observe(IntSupplier inFlight, Supplier<Duration> oldestAge, LongSupplier lag) {
    gauge("rendezvous.work.open", inFlight::getAsInt).register(meters);
    gauge("rendezvous.work.oldest", () -> oldestAge.get().toMillis() / 1_000.0)
        .baseUnit("seconds")
        .register(meters);
    ConsumerLag.show(meters, group, lag);
  }

  private Gauge.Builder<?> gauge(String name, Supplier<Number> value) {
    return Gauge.builder(name, value).tag("topic", topic.name());
  }

  @Override
  public void begun(long writtenMillis) {
    ages.taken(topic.name(), writtenMillis, clock.millis());
  }

  @Override
  public void retried() {
    retries.increment();
  }

  @Override
  public void abandoned() {
    abandoned.increment();
  }

  @Override
  public void deadLettered(String reason) {
    letters.count(topic, reason);
  }
}

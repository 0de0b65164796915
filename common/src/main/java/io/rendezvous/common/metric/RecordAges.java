package io.rendezvous.common.metric;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rendezvous.common.topic.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** How old records are when somebody takes them: how long they waited, broker's part included. */
public final class RecordAges {
  private final Map<String, Timer> byTopic;

  public RecordAges(MeterRegistry meters, Topic... topics) {
    this.byTopic =
        Stream.of(topics)
            .collect(
                toUnmodifiableMap(
                    Topic::name,
                    topic -> Timers.of(meters, "rendezvous.record.age", "topic", topic.name())));
  }

  /** Clocks of two machines may differ: an age below zero counts as zero. */
  public void taken(String topic, long writtenMillis, long nowMillis) {
    Timer age = byTopic.get(topic);
    if (age != null) {
      age.record(Duration.ofMillis(Math.max(0, nowMillis - writtenMillis)));
    }
  }
}

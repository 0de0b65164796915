package io.rendezvous.common.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.wire.UnreadableRecord;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts what was set aside. Every count is there from the start, at zero: of one that appears with
 * its first dead letter, nobody sees that it grew.
 */
public final class DeadLetterCounts {
  /** Every try failed. */
  public static final String GAVE_UP = "GAVE_UP";

  /** A fault of ours. */
  public static final String INTERNAL = "INTERNAL";

  private record Key(String topic, String reason) {}

  private final Map<Key, Counter> counters = new HashMap<>();

  public DeadLetterCounts(MeterRegistry meters, Topic... topics) {
    for (Topic topic : topics) {
      Stream.concat(
              Stream.of(UnreadableRecord.Reason.values()).map(Enum::name),
              Stream.of(GAVE_UP, INTERNAL))
          .forEach(
              reason ->
                  counters.put(new Key(topic.name(), reason), counter(meters, topic, reason)));
    }
  }

  private static Counter counter(MeterRegistry meters, Topic topic, String reason) {
    String label = reason.toLowerCase(Locale.ROOT);
    return meters.counter("rendezvous.dead.letters", "topic", topic.name(), "reason", label);
  }

  /** A reason that is none of ours counts as given up. */
  public void count(Topic topic, String reason) {
    Counter counter = counters.get(new Key(topic.name(), reason));
    if (counter == null) {
      counter = counters.get(new Key(topic.name(), GAVE_UP));
    }
    if (counter != null) {
      counter.increment();
    }
  }
}

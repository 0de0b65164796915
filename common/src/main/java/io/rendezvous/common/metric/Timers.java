package io.rendezvous.common.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/** Timers that all have the same few buckets, so that those of several instances add up. */
public final class Timers {
  private static final Duration[] BUCKETS =
      Stream.of(
              "PT0.005S",
              "PT0.01S",
              "PT0.025S",
              "PT0.05S",
              "PT0.1S",
              "PT0.25S",
              "PT0.5S",
              "PT1S",
              "PT2.5S",
              "PT5S",
              "PT10S",
              "PT30S",
              "PT1M",
              "PT5M")
          .map(Duration::parse)
          .toArray(Duration[]::new);

  private Timers() {}

  /** The timer of this name and these labels, to be kept: looking it up has its price. */
  public static Timer of(MeterRegistry meters, String name, String... labels) {
    return Timer.builder(name).tags(labels).serviceLevelObjectives(BUCKETS).register(meters);
  }
}

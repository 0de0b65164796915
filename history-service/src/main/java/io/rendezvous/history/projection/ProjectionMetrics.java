package io.rendezvous.history.projection;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rendezvous.common.metric.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What operators see of the writing into the tables. */
final class ProjectionMetrics {
  private final Counter projected;
  private final Counter skipped;
  private final Timer delay;
  private final Map<String, Counter> items;

  ProjectionMetrics(MeterRegistry meters) {
    projected = meters.counter("rendezvous.projection.decisions", "result", "projected");
    skipped = meters.counter("rendezvous.projection.decisions", "result", "skipped");
    delay = Timers.of(meters, "rendezvous.projection.delay");
    items =
        Stream.of(
                HistoryTables.CONVERSATIONS,
                HistoryTables.TURNS,
                HistoryTables.TOOL_EXECUTIONS,
                HistoryTables.LARGE_EVENTS)
            .collect(
                toUnmodifiableMap(
                    Function.identity(),
                    table -> meters.counter("rendezvous.projection.items", "table", table)));
  }

  /** The tables have a decision of that time; clocks of two machines may differ. */
  void projected(Instant decided, Instant now) {
    projected.increment();
    delay.record(now.isBefore(decided) ? Duration.ZERO : Duration.between(decided, now));
  }

  /** The tables had a decision already. */
  void skipped() {
    skipped.increment();
  }

  void wrote(String table) {
    Counter counter = items.get(table);
    if (counter != null) {
      counter.increment();
    }
  }
}

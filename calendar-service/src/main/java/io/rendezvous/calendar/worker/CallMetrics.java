package io.rendezvous.calendar.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.work.WorkMetrics;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Counts calls, without a word of what they were about. */
final class CallMetrics implements WorkMetrics {
  private final MeterRegistry meters;
  private final CalendarTools tools;

  CallMetrics(MeterRegistry meters, CalendarTools tools) {
    this.meters = meters;
    this.tools = tools;
  }

  @Override
  public void observe(IntSupplier inFlight, Supplier<Duration> oldestAge) {
    Gauge.builder("rendezvous.calendar.calls.running", inFlight::getAsInt).register(meters);
    Gauge.builder("rendezvous.calendar.calls.oldest", () -> oldestAge.get().toMillis() / 1_000.0)
        .baseUnit("seconds")
        .register(meters);
  }

  @Override
  public void retried() {
    meters.counter("rendezvous.calendar.calls.retried").increment();
  }

  @Override
  public void deadLettered() {
    meters.counter("rendezvous.dead.letters", "topic", Topics.CALENDAR_CALLS.name()).increment();
  }

  void reported(ToolCall call, Report report) {
    // A model may make up any number of names.
    String tool = tools.knows(call.name()) ? call.name() : "unknown";
    String outcome =
        report instanceof ToolFailed failed
            ? failed.reason().name().toLowerCase(Locale.ROOT)
            : "finished";
    meters.counter("rendezvous.calendar.calls", "tool", tool, "outcome", outcome).increment();
  }
}

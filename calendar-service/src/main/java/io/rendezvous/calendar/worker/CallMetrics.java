package io.rendezvous.calendar.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.metric.Timers;
import io.rendezvous.common.tool.ToolCall;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times tool calls, without a word of what they were about. */
final class CallMetrics {
  private static final String FINISHED = "finished";

  private record Key(String tool, String outcome) {}

  private final MeterRegistry meters;
  private final CalendarTools tools;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  CallMetrics(MeterRegistry meters, CalendarTools tools) {
    this.meters = meters;
    this.tools = tools;
    tools.names().forEach(tool -> timer(new Key(tool, FINISHED)));
  }

  /** A call is reported; it took so long. */
  void reported(ToolCall call, Report report, Duration took) {
    // A model may make up any number of names.
    String tool = tools.names().contains(call.name()) ? call.name() : "unknown";
    String outcome =
        report instanceof ToolFailed failed
            ? failed.reason().name().toLowerCase(Locale.ROOT)
            : FINISHED;
    timer(new Key(tool, outcome)).record(took);
  }

  private Timer timer(Key key) {
    return timers.computeIfAbsent(
        key,
        _ ->
            Timers.of(
                meters, "rendezvous.tool.calls", "tool", key.tool(), "outcome", key.outcome()));
  }
}

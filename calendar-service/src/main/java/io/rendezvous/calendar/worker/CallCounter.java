package io.rendezvous.calendar.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.tool.ToolCall;
import java.util.Locale;

/** Counts reported calls by tool and outcome. */
final class CallCounter {
  private final MeterRegistry meters;
  private final CalendarTools tools;

  CallCounter(MeterRegistry meters, CalendarTools tools) {
    this.meters = meters;
    this.tools = tools;
  }

  void count(ToolCall call, Report report) {
    // A model may make up any number of names.
    String tool = tools.knows(call.name()) ? call.name() : "unknown";
    String outcome =
        report instanceof ToolFailed failed
            ? failed.reason().name().toLowerCase(Locale.ROOT)
            : "finished";
    meters.counter("rendezvous.calendar.calls", "tool", tool, "outcome", outcome).increment();
  }
}

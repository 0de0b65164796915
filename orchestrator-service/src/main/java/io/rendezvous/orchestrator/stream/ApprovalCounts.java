package io.rendezvous.orchestrator.stream;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ApprovalRequested;
import io.rendezvous.common.event.Event.ApprovalWithdrawn;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.RollbackStarted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what users are asked, what comes of it, and what is undone for them. */
final class ApprovalCounts {
  private final Map<String, Counter> approvals;
  private final Map<String, Counter> rollbacks;

  ApprovalCounts(MeterRegistry meters) {
    approvals =
        counters(
            meters,
            "rendezvous.approvals",
            List.of("requested", "approve", "reject", "expired", "turn_ended", "changed"));
    rollbacks = counters(meters, "rendezvous.rollbacks", List.of("started", "gave_up"));
  }

  private static Map<String, Counter> counters(
      MeterRegistry meters, String name, List<String> events) {
    return events.stream()
        .collect(
            Collectors.toMap(Function.identity(), event -> meters.counter(name, "event", event)));
  }

  void count(Event event) {
    if (event instanceof ApprovalRequested) {
      count(approvals, "requested");
    } else if (event instanceof ApprovalDecided decided) {
      count(approvals, decided.verdict().name().toLowerCase(Locale.ROOT));
    } else if (event instanceof ApprovalWithdrawn withdrawn) {
      count(approvals, withdrawn.reason().name().toLowerCase(Locale.ROOT));
    } else if (event instanceof RollbackStarted) {
      count(rollbacks, "started");
    } else if (event instanceof RollbackGaveUp) {
      count(rollbacks, "gave_up");
    }
  }

  private static void count(Map<String, Counter> counters, String event) {
    requireNonNull(counters.get(event)).increment();
  }
}

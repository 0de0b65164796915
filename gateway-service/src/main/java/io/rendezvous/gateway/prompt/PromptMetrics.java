package io.rendezvous.gateway.prompt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.gateway.problem.ProblemCode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts prompts that were taken, and those that were not by the reason. */
final class PromptMetrics {
  private final Counter accepted;
  private final Map<ProblemCode, Counter> refused = new EnumMap<>(ProblemCode.class);

  PromptMetrics(MeterRegistry meters) {
    accepted = meters.counter("rendezvous.prompts.accepted");
    for (ProblemCode code : ProblemCode.values()) {
      String label = code.name().toLowerCase(Locale.ROOT);
      refused.put(code, meters.counter("rendezvous.prompts.refused", "reason", label));
    }
  }

  void accepted() {
    accepted.increment();
  }

  void refused(ProblemCode reason) {
    Counter counter = refused.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }
}

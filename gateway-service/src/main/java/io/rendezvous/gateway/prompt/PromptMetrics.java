package io.rendezvous.gateway.prompt;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.gateway.problem.ProblemCode;

/** Counts prompts that were taken, and those that were not by the reason. */
final class PromptMetrics {
  private final MeterRegistry registry;

  PromptMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void accepted() {
    registry.counter("rendezvous.turns.accepted").increment();
  }

  void refused(ProblemCode reason) {
    registry.counter("rendezvous.turns.refused", "reason", reason.name()).increment();
  }
}

package io.rendezvous.orchestrator.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.work.WorkMetrics;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Counts model calls, without a word of what was said. */
final class ModelMetrics implements WorkMetrics {
  private final MeterRegistry meters;

  ModelMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void observe(IntSupplier inFlight, Supplier<Duration> oldestAge) {
    Gauge.builder("rendezvous.model.calls.running", inFlight::getAsInt).register(meters);
    Gauge.builder("rendezvous.model.calls.oldest", () -> oldestAge.get().toMillis() / 1_000.0)
        .baseUnit("seconds")
        .register(meters);
  }

  @Override
  public void deadLettered() {
    meters.counter("rendezvous.dead.letters", "topic", Topics.MODEL_CALLS.name()).increment();
  }

  void reported(Report report) {
    if (report instanceof ModelFailed failed) {
      count(failed.reason().name().toLowerCase(Locale.ROOT));
    } else if (report instanceof ModelAnswered answered) {
      count("answered");
      var usage = answered.usage();
      meters
          .timer("rendezvous.model.latency", "provider", usage.provider(), "model", usage.model())
          .record(Duration.ofMillis(usage.latencyMillis()));
    }
  }

  private void count(String outcome) {
    meters.counter("rendezvous.model.calls", "outcome", outcome).increment();
  }

  void unreadableControl() {
    meters.counter("rendezvous.control.unreadable").increment();
  }
}

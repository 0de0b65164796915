package io.rendezvous.orchestrator.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.metric.Timers;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.UnreadableRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts and times model calls, without a word of what was said. */
final class ModelMetrics {
  private static final String ANSWERED = "answered";

  private final MeterRegistry meters;
  private final Map<String, Timer> calls = new HashMap<>();
  private final Timer firstText;
  private final DeadLetterCounts letters;

  ModelMetrics(MeterRegistry meters, Candidates candidates) {
    this.meters = meters;
    Stream.concat(Stream.of(ANSWERED), Stream.of(ModelFailure.values()).map(ModelMetrics::outcome))
        .forEach(
            outcome ->
                calls.put(
                    outcome, Timers.of(meters, "rendezvous.model.calls", "outcome", outcome)));
    firstText = Timers.of(meters, "rendezvous.model.first.text");
    letters = new DeadLetterCounts(meters, Topics.CONTROL);
    candidates.all().forEach(this::register);
  }

  private void register(Candidate candidate) {
    Gauge.builder("rendezvous.model.passed.over", candidate, it -> it.guard().isOpen() ? 1 : 0)
        .tags("provider", candidate.name().provider(), "model", candidate.name().model())
        .register(meters);
    tries(candidate.name(), ANSWERED, 0);
    tokens(candidate.name().provider(), "input", 0);
    tokens(candidate.name().provider(), "output", 0);
  }

  private static String outcome(ModelFailure reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** A call is reported; it took so long, all tries and pauses between them included. */
  void reported(Report.OfModel report, Duration took) {
    switch (report) {
      case ModelFailed failure -> {
        count(outcome(failure.reason()), took);
        spent(failure.failed());
      }
      case ModelAnswered answered -> {
        count(ANSWERED, took);
        spent(answered.failed());
        spent(answered.usage());
      }
    }
  }

  private void count(String outcome, Duration took) {
    Timer timer = calls.get(outcome);
    if (timer != null) {
      timer.record(took);
    }
  }

  private void spent(List<FailedTry> failed) {
    failed.forEach(it -> spent(it.usage()));
  }

  private void spent(Usage usage) {
    tokens(usage.provider(), "input", usage.inputTokens());
    tokens(usage.provider(), "output", usage.outputTokens());
  }

  private void tokens(String provider, String kind, long count) {
    meters
        .counter("rendezvous.model.tokens", "provider", provider, "kind", kind)
        .increment((double) count);
  }

  /** A model gave its answer. */
  void answered(ServingModel model) {
    tries(model, ANSWERED, 1);
  }

  /** A model gave none. */
  void failed(ServingModel model, ModelFailure reason) {
    tries(model, outcome(reason), 1);
  }

  private void tries(ServingModel model, String outcome, int count) {
    meters
        .counter("rendezvous.model.tries", "provider", model.provider(), "outcome", outcome)
        .increment(count);
  }

  /** The first text of a call is there, so long after it was begun. */
  void firstText(Duration after) {
    firstText.record(after);
  }

  void unreadableStop(UnreadableRecord unreadable) {
    letters.count(Topics.CONTROL, unreadable.reason().name());
  }
}

package io.rendezvous.orchestrator.model;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.metric.Timers;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.UnreadableRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts and times model calls, without a word of what was said. */
final class ModelMetrics {
  private static final String ANSWERED = "answered";

  private final Map<String, Timer> calls = new HashMap<>();
  private final Timer firstText;
  private final Counter input;
  private final Counter output;
  private final DeadLetterCounts letters;

  /**
   * @param provider who answers: a service has one, whatever models it names
   */
  ModelMetrics(MeterRegistry meters, String provider) {
    Stream.concat(Stream.of(ANSWERED), Stream.of(ModelFailure.values()).map(ModelMetrics::outcome))
        .forEach(
            outcome ->
                calls.put(
                    outcome,
                    Timers.of(
                        meters,
                        "rendezvous.model.calls",
                        "provider",
                        provider,
                        "outcome",
                        outcome)));
    firstText = Timers.of(meters, "rendezvous.model.first.text", "provider", provider);
    input = tokens(meters, provider, "input");
    output = tokens(meters, provider, "output");
    letters = new DeadLetterCounts(meters, Topics.CONTROL);
  }

  private static Counter tokens(MeterRegistry meters, String provider, String kind) {
    return meters.counter("rendezvous.model.tokens", "provider", provider, "kind", kind);
  }

  private static String outcome(ModelFailure reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** A call is reported; it took so long, all tries and pauses between them included. */
  void reported(Report report, Duration took) {
    if (report instanceof ModelFailed(_, _, _, var reason, var usage)) {
      count(outcome(reason), took);
      if (usage != null) {
        spent(usage);
      }
    } else if (report instanceof ModelAnswered answered) {
      count(ANSWERED, took);
      spent(answered.usage());
    }
  }

  private void count(String outcome, Duration took) {
    Timer timer = calls.get(outcome);
    if (timer != null) {
      timer.record(took);
    }
  }

  private void spent(Usage usage) {
    input.increment((double) usage.inputTokens());
    output.increment((double) usage.outputTokens());
  }

  /** The first text of a call is there, so long after it was begun. */
  void firstText(Duration after) {
    firstText.record(after);
  }

  void unreadableStop(UnreadableRecord unreadable) {
    letters.count(Topics.CONTROL, unreadable.reason().name());
  }
}

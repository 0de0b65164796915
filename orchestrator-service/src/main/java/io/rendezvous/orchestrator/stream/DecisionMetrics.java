package io.rendezvous.orchestrator.stream;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.metric.RecordAges;
import io.rendezvous.common.metric.Timers;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.orchestrator.conversation.Conversation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts and times what is decided, by the decider's own times, without a word of what was said.
 */
final class DecisionMetrics {
  private final Counter decisions;
  private final Map<TurnEndReason, Counter> ended = new EnumMap<>(TurnEndReason.class);
  private final Timer duration;
  private final Timer wait;
  private final RecordAges ages;
  private final DeadLetterCounts letters;
  private final Counter granted;
  private final Counter refused;
  private final ApprovalCounts approvals;

  DecisionMetrics(MeterRegistry meters) {
    decisions = meters.counter("rendezvous.decisions");
    for (TurnEndReason reason : TurnEndReason.values()) {
      String label = reason.name().toLowerCase(Locale.ROOT);
      ended.put(reason, meters.counter("rendezvous.turns.ended", "reason", label));
    }
    duration = Timers.of(meters, "rendezvous.turn.duration");
    wait = Timers.of(meters, "rendezvous.turn.wait");
    Topic[] inputs = {Topics.PROMPTS, Topics.OUTCOMES, Topics.TIMERS, Topics.BUDGETS};
    ages = new RecordAges(meters, inputs);
    letters = new DeadLetterCounts(meters, inputs);
    granted = meters.counter("rendezvous.leases", "result", "granted");
    refused = meters.counter("rendezvous.leases", "result", "refused");
    approvals = new ApprovalCounts(meters);
  }

  /** A record is taken; it was written then. */
  void taken(String topic, long writtenMillis, long nowMillis) {
    ages.taken(topic, writtenMillis, nowMillis);
  }

  void decided(Decision decision, Conversation after) {
    decisions.increment();
    for (var numbered : decision.events()) {
      if (numbered.event() instanceof TurnStarted started) {
        sinceAccepted(wait, started.turn(), decision, after);
      } else if (numbered.event() instanceof TurnEnded end) {
        requireNonNull(ended.get(end.reason())).increment();
        sinceAccepted(duration, end.turn(), decision, after);
      } else {
        approvals.count(numbered.event());
      }
    }
  }

  /** A turn that was forgotten as too old is not timed. */
  private static void sinceAccepted(
      Timer timer, TurnId turn, Decision decision, Conversation after) {
    after
        .acceptedAt(turn)
        .ifPresent(accepted -> timer.record(Duration.between(accepted, decision.at())));
  }

  /** A user with a budget wanted a model asked. */
  void leased(boolean may) {
    (may ? granted : refused).increment();
  }

  void setAside(Topic topic, String reason) {
    letters.count(topic, reason);
  }
}

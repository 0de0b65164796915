package io.rendezvous.orchestrator.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.topic.Topic;
import java.util.Locale;

/** Counts what is decided, without a word of what was said. */
final class DecisionMetrics {
  private final MeterRegistry meters;

  DecisionMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void decided(Decision decision) {
    meters.counter("rendezvous.decisions").increment();
    for (var numbered : decision.events()) {
      if (numbered.event() instanceof TurnEnded ended) {
        String reason = ended.reason().name().toLowerCase(Locale.ROOT);
        meters.counter("rendezvous.turns.ended", "reason", reason).increment();
      }
    }
  }

  void setAside(Topic topic) {
    meters.counter("rendezvous.dead.letters", "topic", topic.name()).increment();
  }
}

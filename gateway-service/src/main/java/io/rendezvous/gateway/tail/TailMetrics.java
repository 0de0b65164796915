package io.rendezvous.gateway.tail;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import java.util.concurrent.atomic.AtomicLong;

/** What operators see of the tail. */
final class TailMetrics {
  private final MeterRegistry registry;
  private final AtomicLong lag;
  private final AtomicLong decisionBytes;
  private final AtomicLong replyBytes;

  TailMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.lag = gauge("rendezvous.tail.lag");
    this.decisionBytes = gauge("rendezvous.tail.decision.bytes");
    this.replyBytes = gauge("rendezvous.tail.reply.bytes");
  }

  private AtomicLong gauge(String name) {
    var value = new AtomicLong();
    registry.gauge(name, value);
    return value;
  }

  void lag(long records) {
    lag.set(records);
  }

  void held(long decisions, long replies) {
    decisionBytes.set(decisions);
    replyBytes.set(replies);
  }

  void unreadable(String topic, Reason reason) {
    registry
        .counter("rendezvous.records.unreadable", "topic", topic, "reason", reason.name())
        .increment();
  }
}

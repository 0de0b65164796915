package io.rendezvous.orchestrator.model;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Times a call from its beginning to the first text of any of its tries. */
final class FirstText {
  private final ModelMetrics metrics;
  private final long begun = System.nanoTime();
  private final AtomicBoolean heard = new AtomicBoolean();

  FirstText(ModelMetrics metrics) {
    this.metrics = metrics;
  }

  void heard() {
    if (!heard.get() && heard.compareAndSet(false, true)) {
      metrics.firstText(Duration.ofNanos(System.nanoTime() - begun));
    }
  }
}

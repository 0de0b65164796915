package io.rendezvous.calendar.outside;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts looks and what came of them, without a word of what changed. */
final class OutsideMetrics {
  private final Counter done;
  private final Counter failed;
  private final Counter told;
  private final Counter withdrawn;

  OutsideMetrics(MeterRegistry meters) {
    done = meters.counter("rendezvous.outside.looks", "result", "done");
    failed = meters.counter("rendezvous.outside.looks", "result", "failed");
    told = meters.counter("rendezvous.outside.told");
    withdrawn = meters.counter("rendezvous.outside.withdrawn");
  }

  void looked(boolean well) {
    (well ? done : failed).increment();
  }

  void told() {
    told.increment();
  }

  void withdrawn() {
    withdrawn.increment();
  }
}

package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.measure.Latency;
import io.rendezvous.systemtest.load.measure.Measured;
import java.util.List;

/** What {@link Conversing} measured: the product, and in the same run what it is compared with. */
record Conversed(Measured product, Measured sqlite, Measured inMemory, Latency hop, Latency pass) {
  List<Measured> systems() {
    return List.of(product, sqlite, inMemory);
  }
}

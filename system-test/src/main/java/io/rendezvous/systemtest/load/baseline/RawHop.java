package io.rendezvous.systemtest.load.baseline;

import io.rendezvous.systemtest.load.measure.Latency;
import java.util.concurrent.ExecutionException;

/** Produce to consume with all acknowledgements and no linger: the least that a step can cost. */
public final class RawHop {
  private static final String TOPIC = "bench-hop";

  private RawHop() {}

  public static Latency measure(String bootstrapServers, int warmUp, int samples)
      throws InterruptedException, ExecutionException {
    var probe = new Probe(bootstrapServers);
    probe.createTopics(1, TOPIC);
    return probe.measure(TOPIC, TOPIC, 1, warmUp, samples);
  }
}

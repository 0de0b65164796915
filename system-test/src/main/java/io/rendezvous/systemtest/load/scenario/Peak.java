package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.deployment.Metrics;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.io.IOException;
import java.time.Duration;

/**
 * The moment at which the most calls of the model were under way.
 *
 * @param turns under way, as streams of the gateways: each has been begun and has not ended
 * @param calls of the model under way
 */
record Peak(int turns, int calls, Footprint footprint) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /** What a machine must have under way at once before fewer is taken for the peak's end. */
  private static final int LEAST = 200;

  /** A turn's two calls leave a gap in which it has none: fewer by this much is past the peak. */
  private static final double FEWER = 0.95;

  /** Returns once all have called the model, or when they become fewer again. */
  static Peak await(Bed bed, int turns) throws IOException, InterruptedException {
    int most = 0;
    while (true) {
      int calls = bed.model().open();
      if (calls >= turns || (most > LEAST && calls < FEWER * most)) {
        int open = streams(bed);
        return new Peak(open, calls, Footprint.of(bed.deployment().services()));
      }
      most = Math.max(most, calls);
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private static int streams(Bed bed) throws IOException, InterruptedException {
    int open = 0;
    for (ServiceProcess service : bed.deployment().services()) {
      if (service.service() == Service.GATEWAY) {
        open += (int) Metrics.of(service).sum("rendezvous_streams_open");
      }
    }
    return open;
  }
}

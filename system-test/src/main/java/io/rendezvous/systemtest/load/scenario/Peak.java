package io.rendezvous.systemtest.load.scenario;

import java.io.IOException;
import java.time.Duration;

/**
 * The moment at which the most turns were under way.
 *
 * @param underWay calls of the model: at least as many turns were
 */
record Peak(int underWay, Footprint footprint) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /** Returns once all are under way, or when they become fewer again. */
  static Peak await(Bed bed, int turns) throws IOException, InterruptedException {
    int most = 0;
    while (true) {
      int open = bed.model().open();
      if (open >= turns || (most > turns / 4 && open < most)) {
        return new Peak(open, Footprint.of(bed.deployment().services()));
      }
      most = Math.max(most, open);
      Thread.sleep(LOOK_AGAIN);
    }
  }
}

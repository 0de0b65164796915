package io.rendezvous.systemtest.check.gather;

import io.rendezvous.systemtest.check.ResourceJudge;
import io.rendezvous.systemtest.check.evidence.ResourceSample;
import io.rendezvous.systemtest.check.evidence.Resources;
import io.rendezvous.systemtest.deployment.Deployment;
import java.io.IOException;
import java.time.Duration;

/** Waits for idle connections and threads to go: what leaks stays. */
public final class ResourceWatch {
  /** Longer than either side of a connection keeps it idle. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private ResourceWatch() {}

  /** What is held once it is no more than before, or when the time for that is over. */
  public static Resources await(ResourceSample before, Deployment deployment)
      throws IOException, InterruptedException {
    return await(before, () -> Sampler.sample(deployment), LIMIT, PAUSE);
  }

  interface Look {
    ResourceSample sample() throws IOException, InterruptedException;
  }

  static Resources await(ResourceSample before, Look look, Duration limit, Duration pause)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (true) {
      var resources = Resources.of(before, look.sample());
      if (ResourceJudge.judge(resources).isEmpty() || System.nanoTime() - giveUp > 0) {
        return resources;
      }
      Thread.sleep(pause);
    }
  }
}

package io.rendezvous.standalone;

import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

/** A service that has started may still have to read up; it serves when it says that it is well. */
final class Readiness {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Readiness() {}

  static void await(ApplicationContext service) throws IOException, InterruptedException {
    var health = service.getBean(HealthEndpoint.class);
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (!health.health().getStatus().equals(Status.UP)) {
      if (System.nanoTime() > giveUp) {
        throw new IOException(
            "Expected it to be ready within " + LIMIT.toSeconds() + " s, but it is not");
      }
      Thread.sleep(PAUSE);
    }
  }
}

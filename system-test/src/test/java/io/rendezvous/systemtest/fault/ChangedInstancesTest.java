package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class ChangedInstancesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @FaultRow(
      number = 14,
      fault = "instances added and removed in the middle of turns",
      setup = Setup.DOUBLE)
  void no_turn_runs_twice_at_once(Scene scene) throws Exception {
    int rounds = scene.settings().changes();
    for (int round = 0; round < rounds; round++) {
      // The decider and its worker are what may run a turn twice.
      Service service = round % 2 == 0 ? Service.ORCHESTRATOR : scene.oneOf(Service.values());
      ServiceProcess one = scene.deployment().service(service, scene.random().nextInt(2));
      if (scene.random().nextBoolean()) {
        scene.breaking().kill(one);
      } else {
        scene.breaking().terminate(one, scene.stretched(LIMIT));
      }
      scene.letRun(2);
      scene.breaking().start(one);
      one.awaitReady(scene.stretched(LIMIT));
      scene.letRun(2);
    }
    scene.heal();
    Evidence evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(Seen.published(evidence)).matches(Seen::each, "each call stands there once");
    assertThat(Seen.resultsTaken(evidence)).matches(Seen::each, "each result is taken once");
    scene.note(rounds + " instances removed and added");
  }
}

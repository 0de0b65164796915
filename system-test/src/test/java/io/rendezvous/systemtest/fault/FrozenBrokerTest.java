package io.rendezvous.systemtest.fault;

import io.rendezvous.systemtest.OwnProcesses;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class FrozenBrokerTest {
  @FaultRow(number = 9, fault = "broker frozen")
  void nothing_is_torn(Scene scene) throws Exception {
    scene.letRun(3);
    scene.breaking().freeze(scene.deployment().broker());
    Thread.sleep(scene.settings().outage());
    scene.heal();
    Seen.requireCompleted(scene.verify());
    scene.note("frozen " + scene.settings().outage().toSeconds() + " s");
  }
}

package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;

/** Needs to mount small file systems; skipped where that is not allowed. */
@Tag("faults")
@OwnProcesses
class FullDiskTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @FaultRow(number = 41, fault = "broker disk full", setup = Setup.SMALL_DISKS)
  void the_gateway_refuses_and_what_was_acknowledged_is_there(Scene scene) throws Exception {
    Recorder user = scene.user();
    user.say(Say.book("row41-" + scene.seed(), 0), null);
    scene.letRun(3);
    SmallDisk disk = scene.disk("kafka");
    // It stops by itself.
    scene.breaking().expectDeath(scene.deployment().broker());
    disk.fill();
    scene.diary().note("the broker's disk is full");
    String text = Say.book("row41-" + scene.seed() + "-b", 1);
    String key = "row41-" + scene.seed();
    // Each with a key of its own: a repeat is answered without a write.
    var tries = new AtomicInteger();
    Until.holds(
        "the gateway refuses",
        scene.stretched(LIMIT),
        () -> post(user, text, key + "-" + tries.incrementAndGet()).status() == 503);
    Answer refused = post(user, text, key);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    Until.holds(
        "the broker stops", scene.stretched(LIMIT), () -> !scene.deployment().broker().isAlive());
    disk.empty();
    scene.heal();
    user.followToTheEnd(user.submit(text, null, key)).orElseThrow();
    scene.verify();
  }

  private static Answer post(Recorder user, String text, String key) throws Exception {
    return user.client().post("/api/v1/prompts", Client.prompt(text, null), "Idempotency-Key", key);
  }

  @FaultRow(number = 42, fault = "service disk full", setup = Setup.SMALL_DISKS)
  void goes_on_serving(Scene scene) throws Exception {
    ServiceProcess orchestrator = scene.service(Service.ORCHESTRATOR);
    scene.letRun(3);
    SmallDisk disk = scene.disk("streams");
    disk.fill();
    scene.diary().note("the orchestrator's disk is full");
    scene.letRun(30);
    assertThat(orchestrator.isAlive()).isTrue();
    disk.empty();
    scene.heal();
    Seen.requireCompleted(scene.verify());
  }
}

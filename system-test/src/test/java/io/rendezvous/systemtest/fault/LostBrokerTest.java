package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.proxy.Links.Target;
import io.rendezvous.systemtest.proxy.TcpProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class LostBrokerTest {
  /** Five seconds for the broker's acknowledgement, and what a busy gateway needs itself. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  @FaultRow(number = 13, fault = "gateway cannot reach the broker")
  void refuses_in_time_and_the_prompt_is_not_lost(Scene scene) throws Exception {
    Recorder user = scene.user();
    user.say(Say.chat("row13-" + scene.seed() + "-before"), null);
    TcpProxy link = scene.link(Service.GATEWAY, Target.BROKER);
    boolean silent = scene.random().nextBoolean();
    if (silent) {
      link.stall();
    } else {
      link.takeAway();
    }
    scene.diary().note(silent ? "the broker is silent" : "the broker is gone");
    String key = "row13-" + scene.seed();
    String text = Say.book(key, 0);
    for (int i = 0; i < 3; i++) {
      Instant began = Instant.now();
      Answer answer =
          user.client().post("/api/v1/prompts", Client.prompt(text, null), "Idempotency-Key", key);
      Duration took = Duration.between(began, Instant.now());
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.text("text")).isEqualTo(text);
      assertThat(answer.text("idempotencyKey")).isEqualTo(key);
      assertThat(took).isLessThan(scene.stretched(DEADLINE));
    }
    Thread.sleep(scene.settings().outage());
    scene.heal();
    Submission again = user.submit(text, null, key);
    assertThat(again.answer()).isInstanceOf(Submission.Accepted.class);
    user.followToTheEnd(again).orElseThrow();
    var evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(Seen.calendarEvents(evidence, user.user())).isEqualTo(1);
  }

  @FaultRow(number = 10, fault = "broker down at start", load = 0)
  void services_live_and_wait_and_come_unaided(Scene scene) throws Exception {
    Recorder user = scene.user();
    user.say(Say.book("row10-" + scene.seed(), 0), null);
    List<ServiceProcess> services = scene.deployment().services();
    services.forEach(scene.breaking()::kill);
    scene.breaking().kill(scene.deployment().broker());
    services.forEach(scene.breaking()::start);
    // Calendar's and history's health say when they have begun to read.
    for (ServiceProcess service : services) {
      Until.holds(
          service.name() + " lives", scene.stretched(Duration.ofSeconds(60)), service::isLive);
    }
    Thread.sleep(scene.settings().outage());
    for (ServiceProcess service : services) {
      assertThat(service.isLive()).as(service.name() + " lives").isTrue();
    }
    Set<String> ready =
        services.stream()
            .filter(ServiceProcess::isReady)
            .map(ServiceProcess::name)
            .collect(Collectors.toSet());
    assertThat(ready).as("ready without a broker").isEmpty();
    scene.heal();
    assertThat(user.say(Say.book("row10-" + scene.seed() + "-b", 1), null).complete()).isTrue();
    Seen.requireCompleted(scene.verify());
  }
}

package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;

@Tag("faults")
class MovedWorkTest {
  private static final Duration PAST_THE_SESSION = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @FaultRow(
      number = 16,
      fault = "an orchestrator frozen past its session, then woken",
      setup = Setup.DOUBLE)
  void its_work_moves_and_it_joins_again(Scene scene) throws Exception {
    scene.letRun(6);
    ServiceProcess frozen =
        scene.deployment().service(Service.ORCHESTRATOR, scene.random().nextInt(2));
    scene.breaking().freeze(frozen);
    Thread.sleep(scene.stretched(PAST_THE_SESSION));
    scene.letRun(9);
    scene.heal();
    Until.holds(
        "both orchestrators have partitions", scene.stretched(LIMIT), () -> working(scene) == 2);
    scene.letRun(3);
    Evidence evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(Seen.published(evidence)).matches(Seen::each, "each call stands there once");
  }

  /** How many members of the decider's group have something to do. */
  private static long working(Scene scene) throws Exception {
    var servers = scene.deployment().bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      return admin
          .describeConsumerGroups(List.of("orchestrator"))
          .describedGroups()
          .get("orchestrator")
          .get(10, TimeUnit.SECONDS)
          .members()
          .stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .count();
    }
  }

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

  @FaultRow(
      number = 43,
      fault = "SIGTERM under load, one instance after the other",
      setup = Setup.DOUBLE)
  void no_turn_fails(Scene scene) throws Exception {
    for (Service service : Service.values()) {
      for (int index = 0; index < 2; index++) {
        scene.letRun(3);
        ServiceProcess one = scene.deployment().service(service, index);
        int exit = scene.breaking().terminate(one, scene.stretched(LIMIT));
        // 128 and the signal: the JVM's own, after its hooks have run.
        assertThat(exit).as(one.name() + "'s exit code").isEqualTo(143);
        scene.breaking().start(one);
        one.awaitReady(scene.stretched(LIMIT));
      }
    }
    scene.heal();
    Evidence evidence = scene.verify();
    Seen.requireCompleted(evidence);
    FutureEvents.areRead(scene, evidence);
  }
}

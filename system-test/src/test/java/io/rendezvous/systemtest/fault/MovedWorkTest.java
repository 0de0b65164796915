package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
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
@OwnProcesses
class MovedWorkTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @FaultRow(
      number = 16,
      fault = "an orchestrator frozen past its session, then woken",
      setup = Setup.DOUBLE)
  void its_work_moves_and_it_joins_again(Scene scene) throws Exception {
    scene.letRun(6);
    Until.holds(
        "both orchestrators have partitions", scene.stretched(LIMIT), () -> working(scene) == 2);
    ServiceProcess frozen =
        scene.deployment().service(Service.ORCHESTRATOR, scene.random().nextInt(2));
    scene.breaking().freeze(frozen);
    Until.holds("the other has all partitions", scene.stretched(LIMIT), () -> working(scene) == 1);
    scene.diary().note("its session is over and its work has moved");
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

package io.rendezvous.systemtest.fault;

import static io.rendezvous.systemtest.crash.CrashPoint.ACKNOWLEDGED;
import static io.rendezvous.systemtest.crash.CrashPoint.AFTER_TABLE_WRITE;
import static io.rendezvous.systemtest.crash.CrashPoint.AFTER_TRANSACTION_COMMIT;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_SEND;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_TRANSACTION_COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.JsonNode;

@Tag("faults")
@OwnProcesses
class BudgetHoldsTest {
  private static final int TURNS_A_CRASH = 10;
  private static final long CAP_NANOS = 150_000_000;

  /** A place in the code, and what it is about. */
  private record Spot(CrashPoint point, String subject) {}

  private static final List<Spot> SPOTS =
      List.of(
          new Spot(BEFORE_TRANSACTION_COMMIT, Topics.BUDGETS.name()),
          new Spot(AFTER_TRANSACTION_COMMIT, Topics.BUDGETS.name()),
          new Spot(AFTER_TABLE_WRITE, "updateItem"),
          new Spot(BEFORE_SEND, Topics.OUTCOMES.name()),
          new Spot(ACKNOWLEDGED, Topics.OUTCOMES.name()));

  @FaultRow(
      number = 49,
      fault = "orchestrator dies while 50 turns of one user spend a budget",
      setup = Setup.BUDGET,
      load = 0)
  void the_budget_is_never_exceeded_and_the_bill_knows_every_call(Scene scene) throws Exception {
    Recorder user = scene.user();
    ServiceProcess orchestrator = scene.service(Service.ORCHESTRATOR);
    long before = scene.model().requests();
    List<Future<RecordedStream>> streams = new ArrayList<>();
    try (var talkers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Spot spot : SPOTS) {
        int hit = 1 + scene.random().nextInt(4);
        scene.breaking().haltAt(orchestrator, spot.point(), spot.subject(), hit);
        talk(scene, user, talkers, streams);
        scene.breaking().awaitHalt(orchestrator);
        scene.breaking().start(orchestrator);
        for (var stream : streams) {
          stream.get();
        }
      }
    }
    scene.heal();
    Evidence evidence = scene.verify();

    assertThat(Seen.ends(evidence).values())
        .hasSize(SPOTS.size() * TURNS_A_CRASH)
        .contains(TurnEndReason.ANSWERED, TurnEndReason.BUDGET)
        .isSubsetOf(TurnEndReason.ANSWERED, TurnEndReason.BUDGET);
    List<Usage> paid =
        Seen.events(evidence)
            .filter(Event.OfModel.class::isInstance)
            .flatMap(event -> ((Event.OfModel) event).paid().stream())
            .toList();
    long estimated = paid.stream().filter(Usage::estimated).count();
    long asked = scene.model().requests() - before;
    // A worker may have died between writing down that it asks and asking.
    assertThat(asked).isBetween(paid.size() - estimated, (long) paid.size());
    assertThat(Usage.amount(paid).costNanos()).isLessThanOrEqualTo(CAP_NANOS);
    JsonNode bill = user.client().get("/api/v1/usage").json().get("total");
    assertThat(bill.get("calls").longValue()).isEqualTo(paid.size());
    assertThat(bill.get("estimatedCalls").longValue()).isEqualTo(estimated);
    scene.note(asked + " calls, " + estimated + " of them at their worst");
  }

  private static void talk(
      Scene scene, Recorder user, ExecutorService talkers, List<Future<RecordedStream>> streams) {
    for (int i = 0; i < TURNS_A_CRASH; i++) {
      String turn = "row49-" + scene.seed() + "-" + streams.size();
      streams.add(talkers.submit(() -> user.say(Say.list(turn), null)));
    }
  }
}

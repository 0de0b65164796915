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
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.JsonNode;

@Tag("faults")
@OwnProcesses
class BudgetHoldsTest {
  private static final int TURNS = 50;

  /** About half of what the turns would take: a token costs a thousand. */
  private static final long CAP_NANOS = 700_000_000;

  private static final long TOKEN_NANOS = 1_000;

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
    scene.model().follow(Script.USUAL.thinking(Duration.ofMillis(500)));
    ServiceProcess orchestrator = scene.service(Service.ORCHESTRATOR);
    long tokensBefore = scene.model().tokens();
    try (var talkers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RecordedStream>> streams = new ArrayList<>();
      for (Spot spot : SPOTS) {
        int hit = 1 + scene.random().nextInt(3);
        scene.breaking().haltAt(orchestrator, spot.point(), spot.subject(), hit);
        if (streams.isEmpty()) {
          for (int i = 0; i < TURNS; i++) {
            String turn = "row49-" + scene.seed() + "-" + i;
            streams.add(talkers.submit(() -> user.say(Say.list(turn), null)));
          }
        }
        scene.breaking().awaitHalt(orchestrator);
        scene.breaking().start(orchestrator);
      }
      for (var stream : streams) {
        stream.get();
      }
    }
    scene.heal();
    Evidence evidence = scene.verify();

    assertThat(Seen.ends(evidence).values())
        .hasSize(TURNS)
        .contains(TurnEndReason.ANSWERED, TurnEndReason.BUDGET)
        .isSubsetOf(TurnEndReason.ANSWERED, TurnEndReason.BUDGET);
    List<Usage> paid = paid(evidence);
    List<Usage> told = paid.stream().filter(usage -> !usage.estimated()).toList();
    long provider = (scene.model().tokens() - tokensBefore) * TOKEN_NANOS;
    long bill = Usage.amount(paid).costNanos();
    // What died with a worker is on the bill at its worst.
    assertThat(provider).isBetween(Usage.amount(told).costNanos(), bill);
    assertThat(bill).isLessThanOrEqualTo(CAP_NANOS);
    JsonNode total = user.client().get("/api/v1/usage").json().get("total");
    assertThat(total.get("calls").longValue()).isEqualTo(paid.size());
    assertThat(total.get("estimatedCalls").longValue()).isEqualTo(paid.size() - told.size());
    scene.note(paid.size() + " calls, " + (paid.size() - told.size()) + " of them at their worst");
  }

  @FaultRow(
      number = 49,
      fault = "50 turns of one user spend a budget, and nothing dies",
      setup = Setup.BUDGET,
      load = 0)
  void the_bill_is_the_providers_own(Scene scene) throws Exception {
    Recorder user = scene.user();
    long tokensBefore = scene.model().tokens();
    try (var talkers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < TURNS; i++) {
        String turn = "row49-" + scene.seed() + "-quiet-" + i;
        var _ = talkers.submit(() -> user.say(Say.list(turn), null));
      }
    }
    scene.heal();
    List<Usage> paid = paid(scene.verify());
    assertThat(paid).isNotEmpty().noneMatch(Usage::estimated);
    assertThat(Usage.amount(paid).costNanos())
        .isLessThanOrEqualTo(CAP_NANOS)
        .isEqualTo((scene.model().tokens() - tokensBefore) * TOKEN_NANOS);
  }

  private static List<Usage> paid(Evidence evidence) {
    return Seen.events(evidence)
        .filter(Event.OfModel.class::isInstance)
        .flatMap(event -> ((Event.OfModel) event).paid().stream())
        .toList();
  }
}

package io.rendezvous.systemtest.fault;

import static io.rendezvous.systemtest.crash.CrashPoint.ACKNOWLEDGED;
import static io.rendezvous.systemtest.crash.CrashPoint.AFTER_TRANSACTION_COMMIT;
import static io.rendezvous.systemtest.crash.CrashPoint.AFTER_TRANSACTION_OFFSETS;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_OFFSET_COMMIT;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_SEND;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_TRANSACTION_COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.util.ArrayList;

@OwnProcesses
class OrchestratorDiesTest {
  private static final String CALLS = Topics.CALENDAR_CALLS.name();
  private static final String OUTCOMES = Topics.OUTCOMES.name();

  /** A place in the code, and what it is about. */
  private record Spot(CrashPoint point, String subject) {}

  @FaultRow(number = 1, fault = "orchestrator dies between the model's answer and the tool call")
  void asks_the_model_at_most_once_more(Scene scene) throws Exception {
    var spot =
        scene.oneOf(
            new Spot(BEFORE_SEND, OUTCOMES),
            new Spot(ACKNOWLEDGED, OUTCOMES),
            new Spot(BEFORE_SEND, CALLS),
            new Spot(BEFORE_TRANSACTION_COMMIT, CALLS));
    String turn = "row1-" + scene.seed();

    Evidence evidence = book(scene, spot, turn);

    var turns = new ArrayList<>(scene.load().turns());
    turns.add(turn);
    for (String asked : turns) {
      assertThat(scene.model().repeats(asked)).as("repeats of " + asked).isLessThanOrEqualTo(1);
    }
    Seen.requireCompleted(evidence);
  }

  @FaultRow(number = 2, fault = "orchestrator dies after publication, before the offset commit")
  void shows_one_tool_call(Scene scene) throws Exception {
    var spot =
        scene.oneOf(
            new Spot(AFTER_TRANSACTION_OFFSETS, CALLS),
            new Spot(AFTER_TRANSACTION_COMMIT, CALLS),
            new Spot(BEFORE_OFFSET_COMMIT, CrashPoint.ANY));

    Evidence evidence = book(scene, spot, "row2-" + scene.seed());

    assertThat(Seen.published(evidence)).matches(Seen::each, "each call stands there once");
    Seen.requireCompleted(evidence);
  }

  private static Evidence book(Scene scene, Spot spot, String turn) throws Exception {
    ServiceProcess orchestrator = scene.service(Service.ORCHESTRATOR);
    Recorder user = scene.user();
    scene.letRun(3);
    scene.breaking().haltAt(orchestrator, spot.point(), spot.subject());
    Submission booked = user.submit(Say.book(turn, 0), null);
    scene.breaking().awaitHalt(orchestrator);
    scene.heal();
    RecordedStream stream = user.followToTheEnd(booked).orElseThrow();
    Evidence evidence = scene.verify();
    assertThat(Seen.told(stream, "tool.started")).as("visible tool calls").isEqualTo(1);
    assertThat(Seen.calendarEvents(evidence, user.user())).isEqualTo(1);
    return evidence;
  }
}

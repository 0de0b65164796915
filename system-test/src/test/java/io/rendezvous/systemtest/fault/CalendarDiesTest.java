package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;

@OwnProcesses
class CalendarDiesTest {
  @FaultRow(number = 3, fault = "calendar service dies after the effect, before its result")
  void finds_its_own_effect_again(Scene scene) throws Exception {
    book(scene, CrashPoint.AFTER_TABLE_WRITE, "transactWriteItems");
  }

  @FaultRow(
      number = 4,
      fault = "calendar service dies after the result, before the acknowledgement")
  void has_its_result_taken_once(Scene scene) throws Exception {
    if (scene.random().nextBoolean()) {
      book(scene, CrashPoint.ACKNOWLEDGED, Topics.OUTCOMES.name());
    } else {
      book(scene, CrashPoint.BEFORE_OFFSET_COMMIT, CrashPoint.ANY);
    }
  }

  private static void book(Scene scene, CrashPoint point, String subject) throws Exception {
    ServiceProcess calendar = scene.service(Service.CALENDAR);
    Recorder user = scene.user();
    scene.letRun(3);
    scene.breaking().haltAt(calendar, point, subject);
    Submission booked = user.submit(Say.book("row34-" + scene.seed(), 0), null);
    scene.breaking().awaitHalt(calendar);
    scene.heal();
    user.followToTheEnd(booked).orElseThrow();
    Evidence evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(Seen.calendarEvents(evidence, user.user())).isEqualTo(1);
    assertThat(Seen.resultsTaken(evidence)).matches(Seen::each, "each result is taken once");
  }
}

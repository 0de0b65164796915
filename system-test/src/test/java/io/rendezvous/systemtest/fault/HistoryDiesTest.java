package io.rendezvous.systemtest.fault;

import static io.rendezvous.systemtest.crash.CrashPoint.AFTER_TABLE_WRITE;
import static io.rendezvous.systemtest.crash.CrashPoint.ANY;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_OFFSET_COMMIT;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_TABLE_WRITE;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;

@OwnProcesses
class HistoryDiesTest {
  @FaultRow(number = 7, fault = "history service dies in the middle of a batch")
  void replays_what_it_had_begun(Scene scene) throws Exception {
    ServiceProcess history = scene.service(Service.HISTORY);
    scene.letRun(3);
    CrashPoint point = scene.oneOf(BEFORE_TABLE_WRITE, AFTER_TABLE_WRITE, BEFORE_OFFSET_COMMIT);
    String subject = point == BEFORE_OFFSET_COMMIT ? ANY : "putItem";
    scene.breaking().haltAt(history, point, subject, 1 + scene.random().nextInt(6));
    scene.breaking().awaitHalt(history);
    scene.letRun(3);
    scene.heal();
    Seen.requireCompleted(scene.verify());
  }
}

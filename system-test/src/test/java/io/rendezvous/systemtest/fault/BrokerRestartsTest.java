package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@OwnProcesses
class BrokerRestartsTest {
  private static final int PER_USER = 10;

  /** For each turn: the last one begins before the first one ends. */
  private static final Duration LEAST_THINK = Duration.ofMillis(100);

  /** In milliseconds; a provider that is silent for 30 s is asked again. */
  private static final long LONGEST_THINK = 20_000;

  @FaultRow(number = 8, fault = "broker restarts with many turns in flight")
  void every_turn_ends(Scene scene) throws Exception {
    int many = scene.settings().many();
    long think =
        Math.min(LONGEST_THINK, scene.stretched(LEAST_THINK.multipliedBy(many)).toMillis());
    List<Recorder> users = new ArrayList<>();
    List<Future<Submission>> submitted = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        if (i % PER_USER == 0) {
          users.add(scene.user());
        }
        Recorder user = users.getLast();
        String text = Say.think("row8-" + scene.seed() + "-" + i, Math.toIntExact(think));
        submitted.add(clients.submit(() -> user.submit(text, null)));
      }
      Until.holds(
          many + " turns are in flight",
          scene.stretched(Duration.ofSeconds(60)),
          () -> scene.model().open() >= many * 9 / 10);
      scene.breaking().kill(scene.deployment().broker());
      scene.heal();
      for (int i = 0; i < many; i++) {
        Submission submission = submitted.get(i).get();
        assertThat(submission.answer()).isInstanceOf(Submission.Accepted.class);
        if (i % PER_USER == 0) {
          assertThat(users.get(i / PER_USER).followToTheEnd(submission).orElseThrow().complete())
              .isTrue();
        }
      }
    }
    Evidence evidence = scene.verify();
    long others =
        Seen.ends(evidence).values().stream()
            .filter(reason -> reason.status() != TurnStatus.COMPLETED)
            .count();
    scene.note(many + " turns in flight, " + others + " not completed");
  }
}

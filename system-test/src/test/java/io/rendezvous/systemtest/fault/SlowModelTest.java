package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.recording.Patience;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class SlowModelTest {
  /** Longer than sessions and transactions are kept; an outage of 330 s is longer than a poll. */
  private static final Duration LEAST = Duration.ofSeconds(20);

  private static final int PER_SECOND = 2;

  @FaultRow(
      number = 15,
      fault = "a model call longer than any poll interval or lock",
      setup = Setup.PATIENT)
  void is_asked_once_and_nobody_is_evicted(Scene scene) throws Exception {
    Duration outage = scene.settings().outage();
    Duration call = outage.compareTo(LEAST) > 0 ? outage : LEAST;
    int tokens = Math.toIntExact(call.toSeconds() * PER_SECOND);
    Recorder user =
        scene.user(Patience.DEFAULT.whole(call.plus(scene.stretched(Patience.DEFAULT.whole()))));
    String turn = "row15-" + scene.seed();
    scene.model().follow(Script.USUAL.saying(tokens, PER_SECOND));
    scene.diary().note("the model talks for " + call);

    RecordedStream stream = user.say(Say.chat(turn), null);

    assertThat(stream.complete()).isTrue();
    assertThat(scene.model().requests(turn)).isEqualTo(1);
    assertThat(stream.connections()).hasSize(1);
    scene.heal();
    Seen.requireCompleted(scene.verify());
    scene.note("a call of " + call.toSeconds() + " s");
  }
}

package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.proxy.Links.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class LostTablesTest {
  private static final long MOST_REFUSED_A_SECOND = 300;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

  @FaultRow(number = 21, fault = "DynamoDB throttles", setup = Setup.THROTTLED)
  void nothing_is_lost(Scene scene) throws Exception {
    scene.letRun(3);
    long before = scene.throttler().refused();
    Instant began = Instant.now();
    scene.throttler().refuse(0.5);
    scene.diary().note("half of all requests to the tables are refused");
    scene.letRun(6);
    Thread.sleep(scene.settings().outage());
    scene.throttler().refuse(0);
    Duration tried = Duration.between(began, Instant.now());
    scene.heal();
    long refused = scene.throttler().refused() - before;
    // Tries without pauses are refused by the thousand.
    assertThat(refused).isBetween(1L, MOST_REFUSED_A_SECOND * tried.toSeconds());
    scene.note(refused + " requests refused in " + tried.toSeconds() + " s");
    Seen.requireCompleted(scene.verify());
  }

  @FaultRow(number = 22, fault = "DynamoDB away", chatOnly = true)
  void chat_goes_on_and_the_tables_catch_up(Scene scene) throws Exception {
    Recorder user = scene.user();
    RecordedStream said = user.say(Say.book("row22-" + scene.seed(), 0), null);
    assertThat(said.complete()).isTrue();
    scene.letRun(6);
    int before = scene.load().ended();
    boolean silent = scene.random().nextBoolean();
    for (Service service : Service.values()) {
      if (silent) {
        scene.link(service, Target.TABLES).stall();
      } else {
        scene.link(service, Target.TABLES).takeAway();
      }
    }
    scene.diary().note(silent ? "the tables are silent" : "the tables are gone");
    Instant end = Instant.now().plus(scene.settings().outage());
    Instant asked = Instant.now();
    Answer answer = user.client().get("/api/v1/conversations/" + said.conversation() + "/messages");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(scene.stretched(ANSWER_LIMIT));
    scene.letRun(9);
    Thread.sleep(Duration.ofMillis(Math.max(0, Duration.between(Instant.now(), end).toMillis())));
    Duration slowest =
        scene.load().timesSince(before).stream().max(Comparator.naturalOrder()).orElseThrow();
    scene.note(
        (scene.load().ended() - before)
            + " turns meanwhile, the slowest "
            + slowest.toMillis()
            + " ms");
    scene.heal();
    Seen.requireCompleted(scene.verify());
    assertThat(slowest).as("the slowest turn").isLessThan(scene.stretched(ANSWER_LIMIT));
  }
}

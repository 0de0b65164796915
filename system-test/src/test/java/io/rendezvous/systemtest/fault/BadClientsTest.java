package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.deployment.Metrics;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class BadClientsTest {
  private static final int SLOW_READERS = 20;
  private static final int LONG_TEXT = 4_000;
  private static final int HALF_OPEN = 1_000;
  private static final Duration OTHERS = Duration.ofSeconds(5);

  /** Ten seconds without progress, and what is looked at late. */
  private static final Duration CLOSED = Duration.ofSeconds(40);

  @FaultRow(number = 39, fault = "clients that read nothing", load = 1, chatOnly = true)
  void are_closed_and_others_are_served(Scene scene) throws Exception {
    Recorder user = scene.user();
    RecordedStream said = user.say(Say.chat("row39-" + scene.seed()), null);
    String conversation = String.valueOf(said.conversation());
    ServiceProcess gateway = scene.service(Service.GATEWAY);
    int before = scene.load().ended();
    var slow = new ArrayList<RawClient>();
    try {
      for (int i = 0; i < SLOW_READERS; i++) {
        slow.add(RawClient.thatReadsNothing(user.client(), conversation));
      }
      Until.holds(
          "streams are open",
          scene.stretched(Duration.ofSeconds(30)),
          () -> open(gateway) >= SLOW_READERS);
      scene.diary().note(SLOW_READERS + " clients read nothing");
      scene.model().follow(Script.USUAL.saying(LONG_TEXT, 0));
      long giveUp = System.nanoTime() + scene.stretched(CLOSED.multipliedBy(3)).toNanos();
      int turns = 0;
      // Buffers on the way take some megabytes first; the load's own streams come and go.
      while (open(gateway) > SLOW_READERS / 2.0) {
        assertThat(System.nanoTime()).as("still open after " + turns + " turns").isLessThan(giveUp);
        user.say(Say.chat("row39-" + scene.seed() + "-" + turns++), conversation);
      }
      scene.note("closed after " + turns + " long turns");
      scene.letRun(6);
    } finally {
      slow.forEach(RawClient::close);
    }
    requireServed(scene, before);
    scene.heal();
    Seen.requireCompleted(scene.verify());
  }

  private static double open(ServiceProcess gateway) throws Exception {
    return Metrics.of(gateway).sum("rendezvous_streams_open");
  }

  @FaultRow(number = 40, fault = "1,000 half-open connections")
  void are_ended_and_others_are_served(Scene scene) throws Exception {
    String gateway = scene.service(Service.GATEWAY).baseUrl().toString();
    int before = scene.load().ended();
    List<RawClient> halfOpen = new ArrayList<>();
    try {
      for (int i = 0; i < HALF_OPEN; i++) {
        String part = i % 2 == 0 ? "" : "POST /api/v1/prompts HTTP/1.1\r\nHost: gate";
        halfOpen.add(RawClient.thatSaysOnly(gateway, part));
      }
      scene.diary().note(HALF_OPEN + " connections are half open");
      scene.letRun(6);
      Until.holds(
          "all half-open connections are ended",
          scene.stretched(CLOSED),
          () -> halfOpen.stream().allMatch(RawClient::isEnded));
    } finally {
      halfOpen.forEach(RawClient::close);
    }
    requireServed(scene, before);
    scene.heal();
    Seen.requireCompleted(scene.verify());
  }

  private static void requireServed(Scene scene, int before) {
    Duration slowest =
        scene.load().timesSince(before).stream().max(Comparator.naturalOrder()).orElseThrow();
    scene.note("others' slowest turn " + slowest.toMillis() + " ms");
    assertThat(slowest).isLessThan(scene.stretched(OTHERS));
  }
}

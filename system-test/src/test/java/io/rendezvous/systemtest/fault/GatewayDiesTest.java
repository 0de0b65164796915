package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Metrics;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

@OwnProcesses
class GatewayDiesTest {
  private static final int READERS = 10;

  @FaultRow(number = 5, fault = "gateway dies after Kafka's acknowledgement, before the 202")
  void the_same_key_is_the_same_turn(Scene scene) throws Exception {
    ServiceProcess gateway = scene.service(Service.GATEWAY);
    Recorder user = scene.user();
    String key = "row5-" + scene.seed();
    String text = Say.book(key, 0);
    scene.letRun(3);
    scene.breaking().haltAt(gateway, CrashPoint.ACKNOWLEDGED, Topics.PROMPTS.name());
    Submission first = user.submit(text, null, key);
    scene.breaking().awaitHalt(gateway);
    scene.heal();
    gateway.awaitReady(scene.stretched(Duration.ofSeconds(60)));

    Submission again = user.submit(text, null, key);

    assertThat(again.answer()).isInstanceOf(Submission.Accepted.class).isEqualTo(first.answer());
    user.followToTheEnd(first).orElseThrow();
    Evidence evidence = scene.verify();
    assertThat(Seen.calendarEvents(evidence, user.user())).isEqualTo(1);
    Seen.requireCompleted(evidence);
  }

  @FaultRow(number = 6, fault = "gateway dies with many open streams")
  void streams_go_on_at_another_gateway(Scene scene) throws Exception {
    int each = Math.max(1, scene.settings().many() / READERS);
    List<Recorder> users = new ArrayList<>();
    List<Future<RecordedStream>> streams = new ArrayList<>();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> conversations = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        Recorder user = scene.user();
        users.add(user);
        RecordedStream said = user.say(Say.chat("row6-" + scene.seed() + "-a" + reader), null);
        String conversation = String.valueOf(said.conversation());
        conversations.add(conversation);
        for (int i = 0; i < each; i++) {
          streams.add(readers.submit(() -> user.follow(conversation, null, second())));
        }
      }
      scene.diary().note("opens " + streams.size() + " streams");
      ServiceProcess gateway = scene.service(Service.GATEWAY);
      Until.holds(
          "streams are open",
          scene.stretched(Duration.ofSeconds(30)),
          () -> Metrics.of(gateway).sum("rendezvous_streams_open") >= streams.size());
      // So slow that every stream is cut in the middle of a text.
      scene.model().follow(Script.USUAL.saying(60, 30));
      for (int reader = 0; reader < READERS; reader++) {
        String turn = "row6-" + scene.seed() + "-b" + reader;
        users.get(reader).submit(Say.chat(turn), conversations.get(reader));
      }
      scene.breaking().kill(gateway);
      scene.heal();
      for (var stream : streams) {
        assertThat(stream.get().complete()).isTrue();
      }
    }
    Seen.requireCompleted(scene.verify());
    scene.note(streams.size() + " streams");
  }

  private static Predicate<SseEvent> second() {
    // It may be asked of the same event again.
    Set<String> ends = new HashSet<>();
    return event -> {
      if (event.is("turn.ended")) {
        ends.add(event.id());
      }
      return event.is("turn.ended") && ends.size() == 2;
    };
  }
}

package io.rendezvous.systemtest.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.crash.CrashFile;
import io.rendezvous.systemtest.crash.CrashPoint;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.records.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class LateReportTest {
  /** As {@link Setup#IMPATIENT} has it. */
  private static final Duration TURN_TIME = Duration.ofSeconds(12);

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @FaultRow(
      number = 45,
      fault = "a turn stopped while its tool call runs",
      load = 0,
      setup = Setup.IMPATIENT)
  void the_effect_is_recorded_when_it_is_reported(Scene scene) throws Exception {
    Recorder user = scene.user();
    String conversation =
        String.valueOf(user.say(Say.chat("row45-" + scene.seed()), null).conversation());
    var crash = new CrashFile(scene.service(Service.CALENDAR).crashFile());
    boolean stopped = scene.random().nextBoolean();
    crash.hold(CrashPoint.AFTER_TABLE_WRITE, "transactWriteItems", 1);
    Submission booked = user.submit(Say.book("row45-" + scene.seed() + "-b", 0), conversation);
    TurnId turn = ((Submission.Accepted) booked.answer()).turn();
    crash.awaitHit(scene.stretched(LIMIT));
    scene.diary().note("the event is there, its report is held");
    if (stopped) {
      assertThat(user.client().post("/api/v1/turns/" + turn + "/cancel", "").status())
          .isEqualTo(202);
    }
    RecordedStream stream = user.followToTheEnd(booked).orElseThrow();
    scene.note(stopped ? "cancelled" : "out of time");
    assertThat(stream.connections().getLast().events().getLast().text("status"))
        .isEqualTo(stopped ? "cancelled" : "failed");
    crash.release();
    user.follow(conversation, null, event -> event.is("tool.finished"));
    assertThat(user.say(Say.chat("row45-" + scene.seed() + "-c"), conversation).complete())
        .isTrue();
    scene.heal();
    Evidence evidence = scene.verify();

    List<Event> events =
        Seen.events(evidence)
            .filter(event -> event instanceof Event.OfTurn of && of.turn().equals(turn))
            .toList();
    assertThat(events)
        .contains(new TurnEnded(turn, stopped ? TurnEndReason.CANCELLED : TurnEndReason.DEADLINE));
    assertThat(events.getLast()).isInstanceOf(ToolSucceeded.class);
    assertThat(Seen.calendarEvents(evidence, user.user())).isEqualTo(1);
  }

  @FaultRow(
      number = 47,
      fault = "asleep past a deadline while an outcome waits",
      load = 0,
      setup = Setup.IMPATIENT)
  void the_deadline_does_not_overtake(Scene scene) throws Exception {
    Recorder user = scene.user();
    ServiceProcess orchestrator = scene.service(Service.ORCHESTRATOR);
    String name = "row47-" + scene.seed();
    String conversation = String.valueOf(user.say(Say.chat(name), null).conversation());
    var crash = new CrashFile(scene.service(Service.CALENDAR).crashFile());
    crash.hold(CrashPoint.AFTER_TABLE_WRITE, "transactWriteItems", 1);
    Submission booked = user.submit(Say.book(name + "-b", 0), conversation);
    Instant deadline = Instant.now().plus(TURN_TIME);
    TurnId turn = ((Submission.Accepted) booked.answer()).turn();
    crash.awaitHit(scene.stretched(LIMIT));
    scene.breaking().freeze(orchestrator);
    crash.release();
    TopicReader.of(scene.deployment().bootstrapServers())
        .await(
            Topics.OUTCOMES.name(),
            record ->
                conversation.equals(record.key())
                    && new String(record.value(), UTF_8).contains("tool.finished"),
            scene.stretched(LIMIT));
    scene.diary().note("the outcome waits; the decider sleeps past the deadline");
    Thread.sleep(Duration.between(Instant.now(), deadline.plusSeconds(1)));
    scene.heal();
    user.followToTheEnd(booked).orElseThrow();
    Evidence evidence = scene.verify();

    List<Event> events =
        Seen.events(evidence)
            .filter(event -> event instanceof Event.OfTurn of && of.turn().equals(turn))
            .toList();
    int taken = indexOf(events, ToolSucceeded.class);
    assertThat(taken).as("the outcome in " + events).isNotNegative();
    assertThat(taken).isLessThan(indexOf(events, TurnEnded.class));
    assertThat(scene.model().repeats(name + "-b")).isZero();
    assertThat(Seen.calendarEvents(evidence, user.user())).isEqualTo(1);
  }

  private static int indexOf(List<Event> events, Class<? extends Event> kind) {
    return events.stream().map(Object::getClass).toList().indexOf(kind);
  }
}

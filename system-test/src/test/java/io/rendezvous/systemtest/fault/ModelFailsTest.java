package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class ModelFailsTest {
  /** Three tries with pauses of 2 and 4 s. */
  private static final Duration DOWN_LIMIT = Duration.ofSeconds(30);

  @FaultRow(
      number = 24,
      fault = "a tool call that nobody can read",
      setup = Setup.TRUSTFUL,
      load = 0)
  void is_asked_for_once_more(Scene scene) throws Exception {
    Recorder user = scene.user();
    String once = "row24-" + scene.seed();
    String always = "row24-" + scene.seed() + "-always";
    Submission mended = said(user, Say.list(once) + " #malformed:1");
    Submission hopeless = said(user, Say.list(always) + " #malformed");
    scene.heal();
    Evidence evidence = scene.verify();
    assertThat(end(evidence, mended)).isEqualTo(TurnEndReason.ANSWERED);
    assertThat(scene.model().requests(once)).isEqualTo(3);
    assertThat(end(evidence, hopeless)).isEqualTo(TurnEndReason.MODEL_UNAVAILABLE);
    assertThat(scene.model().requests(always)).isEqualTo(2);
    assertThat(failures(evidence, mended)).containsExactly(ModelFailure.MALFORMED);
  }

  @FaultRow(number = 25, fault = "a tool that does not exist", setup = Setup.TRUSTFUL, load = 0)
  void is_not_called_and_the_model_learns_why(Scene scene) throws Exception {
    Submission asked =
        said(scene.user(), Say.list("row25-" + scene.seed()) + " #rounds:1 #stranger:1");
    scene.heal();
    Evidence evidence = scene.verify();
    assertThat(end(evidence, asked)).isEqualTo(TurnEndReason.ANSWERED);
    assertThat(Seen.events(evidence).filter(Event.ToolAsked.class::isInstance)).isEmpty();
    assertThat(
            Seen.events(evidence)
                .filter(Event.ToolRefused.class::isInstance)
                .map(event -> ((Event.ToolRefused) event).reason()))
        .containsExactly(ToolFailure.UNKNOWN_TOOL);
  }

  @FaultRow(
      number = 26,
      fault = "a model that calls the same tool for ever",
      setup = Setup.TRUSTFUL,
      load = 0)
  void is_stopped_with_the_reason(Scene scene) throws Exception {
    Recorder user = scene.user();
    Submission stuck = said(user, Say.list("row26-" + scene.seed()) + " #rounds:1000000");
    scene.heal();
    Submission next = said(user, Say.chat("row26-" + scene.seed() + "-next"));
    Evidence evidence = scene.verify();
    assertThat(end(evidence, stuck)).isEqualTo(TurnEndReason.STUCK);
    assertThat(end(evidence, next)).isEqualTo(TurnEndReason.ANSWERED);
  }

  @FaultRow(number = 27, fault = "a provider that is overloaded", setup = Setup.TRUSTFUL, load = 0)
  void is_asked_again_in_its_time(Scene scene) throws Exception {
    Recorder user = scene.user();
    Submission limited = said(user, Say.chat("row27-" + scene.seed() + "-a") + " #429:1");
    Submission away = said(user, Say.chat("row27-" + scene.seed() + "-b") + " #503:2");
    scene.heal();
    Evidence evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(failures(evidence, limited)).containsExactly(ModelFailure.RATE_LIMITED);
    assertThat(failures(evidence, away))
        .containsExactly(ModelFailure.UNAVAILABLE, ModelFailure.UNAVAILABLE);
  }

  @FaultRow(
      number = 28,
      fault = "an answer that is cut, or stands still",
      setup = Setup.TRUSTFUL,
      load = 0)
  void is_taken_back_before_another_is_shown(Scene scene) throws Exception {
    scene.model().follow(Script.USUAL.saying(40, 20));
    String fault = scene.oneOf("cut", "stall");
    Recorder user = scene.user();
    RecordedStream stream = user.say(Say.chat("row28-" + scene.seed()) + " #" + fault + ":1", null);
    scene.heal();
    Evidence evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(Seen.told(stream, "text.reset")).isEqualTo(1);
  }

  @FaultRow(number = 29, fault = "an answer of ten megabytes", setup = Setup.TRUSTFUL, load = 0)
  void is_not_read_to_its_end(Scene scene) throws Exception {
    Submission huge = said(scene.user(), Say.chat("row29-" + scene.seed()) + " #huge:1");
    scene.heal();
    Evidence evidence = scene.verify();
    assertThat(end(evidence, huge)).isEqualTo(TurnEndReason.ANSWERED);
    assertThat(failures(evidence, huge)).containsExactly(ModelFailure.INCOMPLETE);
  }

  @FaultRow(number = 30, fault = "all providers down", load = 0)
  void the_user_is_told_soon_and_may_try_again(Scene scene) throws Exception {
    scene.model().follow(Script.USUAL.failing("503"));
    Recorder user = scene.user();
    Instant began = Instant.now();
    Submission failed = said(user, Say.chat("row30-" + scene.seed()));
    assertThat(Duration.between(began, Instant.now())).isLessThan(scene.stretched(DOWN_LIMIT));
    scene.heal();
    // The circuit is open for a while; two answers close it.
    for (String again : List.of("-again", "-and-again")) {
      Until.holds(
          "an answer comes again",
          scene.stretched(Duration.ofSeconds(90)),
          () -> isAnswered(user, Say.chat("row30-" + scene.seed() + again)));
    }
    Evidence evidence = scene.verify();
    assertThat(end(evidence, failed)).isEqualTo(TurnEndReason.MODEL_UNAVAILABLE);
  }

  private static boolean isAnswered(Recorder user, String text) throws Exception {
    TurnId turn = turn(said(user, text));
    return user.client().ended(turn.value()).text("status").equals("completed");
  }

  /** Says it in a conversation of its own, and listens to the end. */
  private static Submission said(Recorder user, String text) throws InterruptedException {
    Submission submission = user.submit(text, null);
    user.followToTheEnd(submission).orElseThrow();
    return submission;
  }

  private static TurnEndReason end(Evidence evidence, Submission submission) {
    return Objects.requireNonNull(Seen.ends(evidence).get(turn(submission)));
  }

  private static TurnId turn(Submission submission) {
    return ((Submission.Accepted) submission.answer()).turn();
  }

  private static List<ModelFailure> failures(Evidence evidence, Submission submission) {
    return Seen.events(evidence)
        .filter(Event.ModelResponded.class::isInstance)
        .map(Event.ModelResponded.class::cast)
        .filter(event -> event.turn().equals(turn(submission)))
        .flatMap(event -> event.failed().stream())
        .map(FailedTry::reason)
        .toList();
  }
}

package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.Invariant;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.records.DeadLetterReader;
import io.rendezvous.systemtest.records.RawRecord;
import io.rendezvous.systemtest.records.RawRecords;
import io.rendezvous.systemtest.records.RecordPlace;
import io.rendezvous.systemtest.records.TopicReader;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class LargeRecordsTest {
  private static final int LARGE = 450_000;
  private static final int TOO_LARGE = 2_000_000;
  private static final Duration THINK = Duration.ofSeconds(6);
  private static final Usage USAGE = new Usage("scripted", "scripted", 1, 0, 1, 0, false, 1);

  @FaultRow(number = 23, fault = "a record over 400 KB", load = 1, chatOnly = true)
  void is_stored_in_parts(Scene scene) throws Exception {
    String query = letters(scene, LARGE);
    String arguments =
        "{\"from\":\"2030-01-07T00:00\",\"to\":\"2030-01-14T00:00\",\"query\":\"" + query + "\"}";
    scene.model().follow(Script.USUAL.calling(ToolCatalogue.LIST_EVENTS, arguments));
    String turn = "row23-" + scene.seed();
    Recorder user = scene.user();
    Submission submitted = user.submit(Say.list(turn), null);
    Until.holds(
        "the model has called",
        scene.stretched(Duration.ofSeconds(30)),
        () -> scene.model().requests(turn) > 0);
    // So large a call leaves the window that the model is shown, and it would call for ever.
    scene.model().follow(Script.USUAL.calls(0));
    assertThat(user.followToTheEnd(submitted).orElseThrow().complete()).isTrue();
    scene.heal();
    Evidence evidence = scene.verify();
    assertThat(evidence.tables().largeEvents()).as("parts of large events").isNotEmpty();
    scene.note(evidence.tables().largeEvents().size() + " parts");
  }

  /** Letters by chance, so that nothing becomes small by compression. */
  private static String letters(Scene scene, int count) {
    return scene
        .random()
        .ints(count, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @FaultRow(number = 46, fault = "an output over the record limit")
  void ends_that_turn_alone(Scene scene) throws Exception {
    Recorder user = scene.user();
    String name = "row46-" + scene.seed();
    // Long enough for the other answer to come first, and shorter than the provider may be silent.
    int think = Math.toIntExact(Math.min(15_000, scene.stretched(THINK).toMillis()));
    Submission submitted = user.submit(Say.think(name, think), null);
    TurnId turn = ((Submission.Accepted) submitted.answer()).turn();
    RecordPlace place;
    try (var records = RawRecords.compressedTo(scene.deployment().bootstrapServers())) {
      place = records.write(answerWithALargeCall(scene, turn));
    }
    scene.planted(List.of(place));
    RecordedStream stream = user.followToTheEnd(submitted).orElseThrow();
    assertThat(stream.connections().getLast().events().getLast().text("status"))
        .isEqualTo("failed");
    var letter =
        DeadLetterReader.of(scene.deployment().bootstrapServers())
            .await(place, scene.stretched(Duration.ofSeconds(20)));
    assertThat(DeadLetterReader.reason(letter)).startsWith("INTERNAL");
    assertThat(user.say(Say.list(name + "-next"), turn.conversation().value()).complete()).isTrue();
    scene.heal();

    // The text of the planted answer was never sealed, and stands in history as the turn's cause.
    Evidence evidence =
        scene.verifyBut(
            found ->
                found.invariant() == Invariant.I5
                    && found.subject().startsWith(Topics.HISTORY.name())
                    && found.found().contains("does not open"));

    assertThat(Seen.ends(evidence))
        .containsEntry(turn, TurnEndReason.INTERNAL)
        .allSatisfy(
            (other, reason) ->
                assertThat(reason)
                    .isEqualTo(
                        other.equals(turn) ? TurnEndReason.INTERNAL : TurnEndReason.ANSWERED));
  }

  /** Small on the wire, and as a tool call of its own larger than its topic takes. */
  private static RawRecord answerWithALargeCall(Scene scene, TurnId turn) throws Exception {
    var asked =
        TopicReader.of(scene.deployment().bootstrapServers())
            .await(
                Topics.MODEL_CALLS.name(),
                record -> turn.conversation().value().equals(record.key()),
                scene.stretched(Duration.ofSeconds(30)));
    ModelCall call = Codec.decode(asked.headers(), asked.value(), ModelCall.class);
    var large = new Personal("QUFB".repeat(TOO_LARGE / 4), TOO_LARGE, "0000");
    var answer =
        new ModelAnswered(
            call.user(),
            turn,
            call.ask(),
            "planted",
            null,
            List.of(new ToolRequest(ToolCatalogue.LIST_EVENTS, large)),
            USAGE,
            List.of());
    return RawCommands.of(Topics.OUTCOMES, turn.conversation(), answer, Instant.now());
  }
}

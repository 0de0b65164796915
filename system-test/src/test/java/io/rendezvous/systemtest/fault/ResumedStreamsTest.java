package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.NoStream;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.client.SseStream;
import io.rendezvous.systemtest.scripted.Script;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class ResumedStreamsTest {
  @FaultRow(number = 38, fault = "Last-Event-ID: valid, of text long gone, forged, another user's")
  void get_the_rest_the_whole_text_400_and_404(Scene scene) throws Exception {
    String name = "row38-" + scene.seed();
    Recorder user = scene.user();
    Client client = user.client();
    RecordedStream said = user.say(Say.book(name, 0), null);
    String conversation = String.valueOf(said.conversation());
    List<SseEvent> whole;
    try (SseStream stream = client.follow(conversation, "0")) {
      whole = stream.until(event -> event.is("turn.ended"));
    }
    int place = scene.random().nextInt(whole.size() - 1);
    SseEvent seen = whole.get(place);
    try (SseStream stream = client.follow(conversation, seen.id())) {
      assertThat(stream.until(event -> event.is("turn.ended")))
          .as("after " + seen)
          .isEqualTo(whole.subList(place + 1, whole.size()));
    }
    textOfATryThatNobodyKnows(scene, user, conversation);
    assertRefused(client, conversation, "forged", 400);
    assertRefused(client, conversation, "1.a.-3", 400);
    assertRefused(client, conversation, "999999999999", 400);
    assertRefused(scene.user().client(), conversation, seen.id(), 404);
    scene.heal();
    Seen.requireCompleted(scene.verify());
  }

  private static void textOfATryThatNobodyKnows(Scene scene, Recorder user, String conversation)
      throws Exception {
    scene.model().follow(Script.USUAL.saying(60, 15));
    Submission second = user.submit(Say.chat("row38-" + scene.seed() + "-b"), conversation);
    String turn = ((Submission.Accepted) second.answer()).turn().value();
    SseEvent text;
    try (SseStream stream = user.client().follow(conversation, "0")) {
      text =
          stream
              .until(event -> event.is("text.delta") && event.text("turnId").equals(turn))
              .getLast();
    }
    String sequence = text.id().substring(0, text.id().indexOf('.'));
    try (SseStream stream = user.client().follow(conversation, sequence + ".gone.3")) {
      List<SseEvent> rest = stream.until(event -> event.is("turn.ended"));
      assertThat(rest.getFirst().event()).as(rest.toString()).isEqualTo("text.reset");
      var shown = new StringBuilder();
      rest.stream()
          .filter(event -> event.is("text.delta"))
          .forEach(event -> shown.append(event.text("text")));
      String message =
          rest.stream()
              .filter(event -> event.is("message") && event.text("role").equals("ASSISTANT"))
              .findFirst()
              .orElseThrow()
              .text("text");
      assertThat(shown).hasToString(message);
    }
    user.followToTheEnd(second).orElseThrow();
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(
      Client client, String conversation, String id, int status) {
    return assertThatThrownBy(
            () -> {
              try (SseStream stream = client.follow(conversation, id)) {
                stream.next();
              }
            })
        .as("Last-Event-ID " + id)
        .isInstanceOfSatisfying(
            NoStream.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }
}

package io.rendezvous.systemtest.check;

import static io.rendezvous.systemtest.check.HealthyRun.BOOKING;
import static io.rendezvous.systemtest.check.HealthyRun.delta;
import static io.rendezvous.systemtest.check.HealthyRun.event;
import static io.rendezvous.systemtest.check.HealthyRun.plus;
import static io.rendezvous.systemtest.check.HealthyRun.secondPart;
import static io.rendezvous.systemtest.check.HealthyRun.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.Connection;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.client.SseEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamJudgeTest {
  @Test
  void finds_an_event_that_was_missed() {
    assertThat(judge(without(secondPart(), 1)))
        .anyMatch(found -> found.expected().startsWith("the stream to tell 9 message"));
  }

  @Test
  void finds_an_event_that_was_repeated_after_a_reconnect() {
    var finished =
        event("7", "tool.finished", "\"callId\": \"" + BOOKING.call + "\", \"name\": \"x\"");
    assertThat(judge(plus(secondPart(), 0, finished)))
        .anyMatch(found -> found.found().equals("an event 7 besides"))
        .anyMatch(found -> found.expected().startsWith("an id beyond"));
  }

  @Test
  void finds_an_event_told_twice_in_a_row() {
    assertThat(judge(plus(secondPart(), 1, secondPart().get(1))))
        .anyMatch(found -> found.found().equals("event 9 again"));
  }

  @Test
  void finds_text_of_two_tries_spliced_together() {
    var spliced = new ArrayList<SseEvent>(without(secondPart(), 0));
    spliced.addFirst(delta("8.b7.5", " fait"));
    assertThat(judge(spliced))
        .anyMatch(found -> found.expected().equals("a reset before the text of another try"));
  }

  @Test
  void finds_a_piece_of_text_that_is_missing() {
    assertThat(judge(List.of(delta("8.a2.10", "fait"), secondPart().get(1), secondPart().get(2))))
        .anyMatch(found -> found.expected().startsWith("text that follows on 5 characters"))
        .anyMatch(found -> found.expected().startsWith("the text as told"));
  }

  @Test
  void accepts_another_try_after_a_reset() {
    var reset = event("8.b7.0", "text.reset", "\"reason\": \"retried\"");
    var again = new ArrayList<SseEvent>(without(secondPart(), 0));
    again.addFirst(delta("8.b7.10", Booking.ANSWER));
    again.addFirst(reset);
    assertThat(judge(again)).isEmpty();
  }

  @Test
  void finds_a_message_that_is_not_the_logs() {
    var other = event("9", "message", "\"role\": \"ASSISTANT\", \"text\": \"autre\"");
    assertThat(judge(plus(without(secondPart(), 1), 1, other)))
        .anyMatch(found -> found.expected().startsWith("the stream to tell 9 message"));
  }

  @Test
  void finds_a_stream_that_never_told_of_the_end() {
    var stream =
        new RecordedStream(
            BOOKING.conversation,
            List.of(new Connection(Connection.Kind.TURN, null, HealthyRun.firstPart(), "silent")),
            false);
    var evidence = HealthyRun.evidence().withClients(List.of(HealthyRun.client(stream)));
    assertThat(new StreamJudge().judge(evidence)).hasSize(1);
  }

  private static List<Violation> judge(List<SseEvent> secondPart) {
    return new StreamJudge().judge(HealthyRun.withSecondPart(secondPart));
  }
}

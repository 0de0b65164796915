package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.client.SseStream;
import io.rendezvous.systemtest.client.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream that is cut anywhere goes on where it was. */
class ResumeTest {
  private final Client user = Stack.newUser();

  @Test
  void after_every_event_of_a_finished_turn_comes_the_rest() throws Exception {
    Turn whole = user.say("Planifie un déjeuner demain à 13h");
    for (int seen = 1; seen < whole.events().size(); seen++) {
      List<SseEvent> first = whole.events().subList(0, seen);
      try (SseStream rest = user.follow(whole.conversation(), first.getLast().id())) {
        var together = new ArrayList<>(first);
        together.addAll(rest.until(event -> event.is("turn.ended")));
        assertSameTurn(whole, new Turn(together), "cut after " + first.getLast());
      }
    }
  }

  @Test
  void a_stream_cut_while_the_turn_runs_misses_nothing_and_repeats_nothing() throws Exception {
    int events = user.say("Planifie un café demain à 9h").events().size();
    for (int seen = 1; seen < events; seen++) {
      List<SseEvent> first = new ArrayList<>();
      try (SseStream cut = user.open("Planifie un café demain à " + (9 + seen % 8) + "h", null)) {
        while (first.size() < seen) {
          SseEvent event = cut.next();
          if (event == null) {
            break;
          }
          first.add(event);
        }
      }
      Turn begun = new Turn(first);
      if (first.getLast().is("turn.ended")) {
        continue;
      }
      try (SseStream rest = user.follow(begun.conversation(), first.getLast().id())) {
        var together = new ArrayList<>(first);
        together.addAll(rest.until(event -> event.is("turn.ended")));
        var resumed = new Turn(together);
        assertStrictlyIncreasing(resumed);
        assertThat(resumed.streamed()).as("cut after " + seen).isEqualTo(resumed.message());
        assertThat(resumed.names().stream().filter("tool.finished"::equals)).hasSize(1);
      }
    }
  }

  private static void assertSameTurn(Turn whole, Turn resumed, String where) {
    assertStrictlyIncreasing(resumed);
    assertThat(resumed.message()).as(where).isEqualTo(whole.message());
    assertThat(ofTheLog(resumed)).as(where).isEqualTo(ofTheLog(whole));
  }

  /** Without text on its way, which later comes as the message. */
  private static List<SseEvent> ofTheLog(Turn turn) {
    return turn.events().stream()
        .filter(event -> !event.is("text.delta") && !event.is("text.reset"))
        .toList();
  }

  private static void assertStrictlyIncreasing(Turn turn) {
    List<String> ids = turn.events().stream().map(SseEvent::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    List<Long> sequences = ids.stream().filter(id -> !id.contains(".")).map(Long::valueOf).toList();
    assertThat(sequences).isSorted();
  }
}

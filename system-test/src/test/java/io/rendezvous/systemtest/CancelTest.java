package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.client.SseStream;
import io.rendezvous.systemtest.client.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelTest {
  private final Client user = Stack.newUser();

  @Test
  void an_effect_under_way_is_in_the_log_and_known_to_the_next_answer() throws Exception {
    // The user's keys are known then, and the prompt needs no table.
    String conversation = user.say("Que sais-tu faire ?").conversation();
    String turn;
    String lastSeen;
    try (SseStream stream = user.open("Planifie un déjeuner demain à 13h", conversation)) {
      try (var _ = FrozenTables.freeze()) {
        List<SseEvent> begun = stream.until(event -> event.is("tool.started"));
        turn = begun.getLast().text("turnId");
        assertThat(user.post("/api/v1/turns/" + turn + "/cancel", "").status()).isEqualTo(202);
        List<SseEvent> rest = stream.until(event -> event.is("turn.ended"));
        assertThat(rest.getLast().text("status")).isEqualTo("cancelled");
        lastSeen = rest.getLast().id();
      }
    }
    try (SseStream later = user.follow(conversation, lastSeen)) {
      SseEvent finished = later.until(event -> event.is("tool.finished")).getLast();
      assertThat(finished.text("turnId")).isEqualTo(turn);
      assertThat(finished.json().path("ok").asBoolean()).isTrue();
    }
    assertThat(user.calendar()).hasSize(1);
    assertThat(user.say("Qu'est-ce que j'ai demain ?", conversation).message())
        .containsIgnoringCase("déjeuner");
  }

  @Test
  void cancelling_a_turn_that_has_ended_changes_nothing() throws Exception {
    Turn turn = user.say("Planifie un point demain à 9h");
    user.post("/api/v1/turns/" + turn.id() + "/cancel", "");
    assertThat(user.ended(turn.id()).text("status")).isEqualTo("completed");
  }
}

package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.CalendarEntry;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.SseEvent;
import io.rendezvous.systemtest.client.SseStream;
import io.rendezvous.systemtest.client.Turn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who wants to be asked about everything that changes her calendar. */
class ApprovalJourneyTest {
  private final Client user = Stack.newUser();

  @BeforeEach
  void wants_to_be_asked() throws Exception {
    user.send("PUT", "/api/v1/preferences", "{\"confirmation\": \"always\"}");
  }

  @Test
  void nothing_is_done_before_she_approves_and_then_it_is() throws Exception {
    try (SseStream stream = user.open("Planifie un déjeuner demain à 13h", null)) {
      SseEvent asked = asked(stream);
      assertThat(user.calendar()).isEmpty();
      assertThat(user.get("/api/v1/turns/" + asked.text("turnId")).text("status"))
          .isEqualTo("awaiting_approval");
      assertThat(user.get("/api/v1/approvals?status=pending").items()).hasSize(1);
      assertThat(decide(asked, "approve").text("status")).isEqualTo("approved");
      Turn turn = ended(stream);
      assertThat(turn.status()).isEqualTo("completed");
      assertThat(turn.message()).contains("13:00");
      assertThat(user.calendar()).extracting(CalendarEntry::title).containsExactly("Déjeuner");
      assertThat(decide(asked, "approve").status()).isEqualTo(200);
      assertThat(decide(asked, "reject").status()).isEqualTo(409);
      assertThat(user.calendar()).hasSize(1);
      assertThat(user.get("/api/v1/approvals?status=pending").items()).isEmpty();
    }
  }

  @Test
  void what_she_rejects_is_not_done_and_she_is_told() throws Exception {
    try (SseStream stream = user.open("Planifie un déjeuner demain à 13h", null)) {
      assertThat(decide(asked(stream), "reject").text("status")).isEqualTo("rejected");
      Turn turn = ended(stream);
      assertThat(turn.status()).isEqualTo("completed");
      assertThat(turn.names()).contains("tool.finished");
      assertThat(user.calendar()).isEmpty();
    }
  }

  @Test
  void a_stopped_turn_asks_nobody_any_more() throws Exception {
    try (SseStream stream = user.open("Planifie un déjeuner demain à 13h", null)) {
      SseEvent asked = asked(stream);
      user.post("/api/v1/turns/" + asked.text("turnId") + "/cancel", "");
      assertThat(ended(stream).names()).contains("approval.withdrawn");
      assertThat(decide(asked, "approve").status()).isEqualTo(409);
      assertThat(user.calendar()).isEmpty();
    }
  }

  @Test
  void nobody_else_can_approve() throws Exception {
    try (SseStream stream = user.open("Planifie un déjeuner demain à 13h", null)) {
      SseEvent asked = asked(stream);
      Client other = Stack.newUser();
      assertThat(decide(other, asked, "approve").status()).isEqualTo(404);
      assertThat(other.get("/api/v1/approvals?status=pending").items()).isEmpty();
      assertThat(user.calendar()).isEmpty();
    }
  }

  @Test
  void what_changed_meanwhile_is_not_done_though_she_approves() throws Exception {
    Answer made =
        user.post(
            "/api/v1/calendars/personal/events",
            "{\"title\": \"Déjeuner\", \"start\": \"%sT13:00:00+01:00\", \"end\": \"%sT14:00:00+01:00\"}"
                .formatted(tomorrow(), tomorrow()));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    try (SseStream stream = user.open("Annule le déjeuner de demain", null)) {
      SseEvent asked = asked(stream);
      Answer edited =
          user.send(
              "PATCH",
              "/api/v1/calendars/personal/events/" + made.text("id"),
              "{\"title\": \"Dîner\"}");
      assertThat(edited.status()).as(edited.body()).isEqualTo(200);
      decide(asked, "approve");
      assertThat(ended(stream).status()).isEqualTo("completed");
      assertThat(user.calendar()).extracting(CalendarEntry::title).isEqualTo(List.of("Dîner"));
    }
  }

  private static String tomorrow() {
    return LocalDate.now(CalendarEntry.PARIS).plusDays(1).toString();
  }

  private static SseEvent asked(SseStream stream) throws Exception {
    return stream.until(event -> event.is("approval.requested")).getLast();
  }

  private static Turn ended(SseStream stream) throws Exception {
    return new Turn(stream.until(event -> event.is("turn.ended") || event.is("error")));
  }

  private Answer decide(SseEvent asked, String decision) throws Exception {
    return decide(user, asked, decision);
  }

  private static Answer decide(Client who, SseEvent asked, String decision) throws Exception {
    return who.post(
        "/api/v1/approvals/" + asked.text("approvalId"), "{\"decision\": \"" + decision + "\"}");
  }
}

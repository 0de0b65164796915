package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events from sentences, over REST; what sentences mean is in {@code TextReaderTest}. */
class ProcessTextTest {
  private static final String PATH = "/api/v1/calendars/process-text";
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  @Test
  void shows_what_an_event_would_be_and_makes_none() {
    var answer =
        client.post(PATH, "{\"text\":\"Déjeuner avec bob@example.com le 3 mars 2031 à 12h30\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Client.json(answer))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"event":{"title":"Déjeuner","start":"2031-03-03T12:30:00+01:00",
                "end":"2031-03-03T13:30:00+01:00","timeZone":"Europe/Paris","allDay":false,
                "attendees":[{"email":"bob@example.com","optional":false,"response":"needsAction"}]},
                "created":false}
                """));
    assertThat(Decider.shared().received(user)).isEmpty();
  }

  @Test
  void makes_the_event_once_for_a_key() {
    Decider.shared()
        .whenActing(
            user,
            asked ->
                new Event.ToolSucceeded(
                    asked.call(),
                    asked.ask(),
                    asked.name(),
                    Gateway.vault()
                        .seal(
                            user,
                            """
                            {"result":"created","event":{"id":"e1","title":"Lunch","start":"2031-03-03T12:30:00+01:00",
                            "end":"2031-03-03T13:30:00+01:00","timeZone":"Europe/Paris","when":"Monday","attendees":[]},
                            "conflicts":[]}
                            """),
                    null,
                    false));
    var body =
        "{\"text\":\"Lunch tomorrow at 12:30 for two hours\",\"create\":true,\"language\":\"en\"}";
    var first = client.post(PATH, body, "Idempotency-Key", "k1");
    var again = client.post(PATH, body, "Idempotency-Key", "k1");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Location"))
        .contains("/api/v1/calendars/personal/events/e1");
    assertThat(Client.json(first).get("created").booleanValue()).isTrue();
    assertThat(Client.json(first).get("event").get("id").stringValue()).isEqualTo("e1");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(Decider.shared().received(user)).hasSize(1);
    var action = (SubmitAction) Decider.shared().received(user).getFirst();
    var arguments = Json.MAPPER.readTree(Gateway.vault().open(user, action.arguments()));
    var tomorrow = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(1);
    assertThat(arguments.get("title").stringValue()).isEqualTo("Lunch");
    assertThat(arguments.get("start").stringValue()).isEqualTo(tomorrow + "T12:30");
    assertThat(arguments.get("end").stringValue()).isEqualTo(tomorrow + "T14:30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\":\" \"}",
        "{\"text\":7}",
        "{\"text\":\"a\",\"language\":\"not a language\"}",
        "{\"text\":\"Déjeuner le 31 février\"}",
        "{\"text\":\"a\",\"create\":\"perhaps\"}",
        "[]"
      })
  void refuses_what_says_no_event(String body) {
    assertThat(client.post(PATH, body).statusCode()).isEqualTo(400);
    assertThat(client.post(PATH, "{\"text\":\"" + "a".repeat(1_001) + "\"}").statusCode())
        .isEqualTo(400);
  }
}

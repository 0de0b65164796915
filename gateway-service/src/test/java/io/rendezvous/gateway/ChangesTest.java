package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final String PATH = "/api/v1/calendars/changes";
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private TurnId changed(String key, String title) {
    var turn = TurnId.of(Gateway.marks().direct(user), key);
    String changes =
        "{\"changes\":[{\"calendarId\":\"c1\",\"eventId\":\"e1\",\"what\":\"changed\",\"title\":\""
            + title
            + "\"}],\"more\":false}";
    Decider.shared()
        .decide(user, turn, new Event.CalendarChanged(turn, Gateway.vault().seal(user, changes)));
    return turn;
  }

  private static String title(Stream.Event event) {
    assertThat(event.name()).isEqualTo("calendar.changed");
    return event.data().get("changes").get(0).get("title").stringValue();
  }

  @Test
  void tells_what_others_changed_as_it_comes_and_goes_on_from_there() {
    changed("o1", "Dentist");
    String last;
    try (var stream = client.events(PATH)) {
      assertThat(title(stream.next())).isEqualTo("Dentist");
      changed("o2", "Lunch");
      var second = stream.next();
      assertThat(title(second)).isEqualTo("Lunch");
      last = second.id();
    }
    changed("o3", "Review");
    try (var stream = client.events(PATH, "Last-Event-ID", last)) {
      assertThat(title(stream.next())).isEqualTo("Review");
    }
  }

  @Test
  void tells_it_to_nobody_else() {
    changed("o1", "Dentist");
    var other = Gateway.newUser();
    try (var stream = gateway.client(other).events(PATH)) {
      var turn = TurnId.of(Gateway.marks().direct(other), "o1");
      var own = Gateway.vault().seal(other, "{\"changes\":[],\"more\":true}");
      Decider.shared().decide(other, turn, new Event.CalendarChanged(turn, own));
      assertThat(stream.next().data().get("changes")).isEmpty();
    }
  }

  @Test
  void is_no_turn_that_could_be_looked_at_or_stopped() {
    var turn = changed("o1", "Dentist");
    try (var stream = client.events(PATH)) {
      stream.next();
      assertThat(client.get("/api/v1/turns/" + turn).statusCode()).isEqualTo(404);
    }
  }
}

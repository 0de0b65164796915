package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StopTest {
  @Test
  void ends_its_streams_and_stops_without_waiting_for_them() {
    var user = Gateway.newUser();
    // Somebody has to accept the prompt, also where no other test has run before.
    Decider.shared();
    var stopping = Gateway.start();
    var answer =
        Client.json(stopping.client(user).post("/api/v1/prompts", "{\"text\":\"Bonjour\"}"));
    try (var stream =
        stopping
            .client(user)
            .events(
                "/api/v1/conversations/"
                    + answer.get("conversationId").stringValue()
                    + "/events")) {
      stream.next();
      var rest = CompletableFuture.supplyAsync(stream::all);
      Instant start = Instant.now();
      stopping.close();
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
      assertThat(rest.join()).isEmpty();
    }
  }
}

package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.id.TurnId;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlowClientTest {
  private final Gateway gateway = Gateway.shared();

  @Test
  void cuts_a_client_that_does_not_read_and_serves_the_others() throws Exception {
    var user = Gateway.newUser();
    var client = gateway.client(user);
    var answer = Client.json(client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}"));
    var script = new Script(user, new TurnId(answer.get("turnId").stringValue())).started().asked();
    String path = "/api/v1/conversations/" + answer.get("conversationId").stringValue() + "/events";
    double before = open();
    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(new InetSocketAddress("localhost", gateway.port()));
      var request =
          "GET %s HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(path, gateway.token(user));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      await().until(() -> open() > before);
      try (var reading = client.events(path)) {
        reading.until(event -> event.is("turn.accepted"));
        String piece = "x".repeat(100_000);
        for (int i = 0; i < 120; i++) {
          script.text("a", i * piece.length(), piece);
          Instant sent = Instant.now();
          reading.until(event -> event.is("text.delta"));
          assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> open() <= before + 1);
      }
    }
  }

  private double open() {
    return gateway
        .management()
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("rendezvous_streams_open"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}

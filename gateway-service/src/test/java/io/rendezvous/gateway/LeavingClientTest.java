package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream's thread goes on when its request has been handled: nobody else may feel it. */
class LeavingClientTest {
  private static final int TIMES = 200;
  private static final String PROMPT = "{\"text\":\"Bonjour\"}";

  private final Gateway gateway = Gateway.shared();
  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @Test
  void does_not_disturb_the_streams_of_others() throws Exception {
    var answer = Client.json(client.post("/api/v1/prompts", PROMPT));
    var script = new Script(user, new TurnId(answer.get("turnId").stringValue())).started().asked();
    String path = "/api/v1/conversations/" + answer.get("conversationId").stringValue() + "/events";
    double before = metric("rendezvous_streams_open");
    for (int i = 0; i < TIMES; i++) {
      leave(path);
      try (var next = client.events(path + "?after=0")) {
        assertThat(next.next().name()).isEqualTo("turn.accepted");
        script.text("a", i, "x");
        int shown = 0;
        while (shown <= i) {
          var event = next.next();
          assertThat(event).as("ended early at " + i).isNotNull();
          shown += event.data().get("text").stringValue().length();
        }
      }
    }
    script.answered("a", "x".repeat(TIMES));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(metric("rendezvous_streams_open")).isEqualTo(before));
  }

  private void leave(String path) throws Exception {
    try (var socket = new Socket("localhost", gateway.port())) {
      socket.setSoTimeout(10_000);
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(path, gateway.token(user))
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }

  @Test
  void follows_others_on_its_connection_and_is_counted_once() throws Exception {
    var first = client.post("/api/v1/prompts", PROMPT, "Idempotency-Key", "k1");
    new Script(user, new TurnId(Client.json(first).get("turnId").stringValue())).whole();
    client.get("/api/v1/turns/" + Client.json(first).get("turnId").stringValue() + "?wait=10s");
    double before = streamsCounted();
    try (var one = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      String whole = null;
      for (int i = 0; i < TIMES; i++) {
        String stream = one.send(repeat(), BodyHandlers.ofString()).body();
        assertThat(stream).contains("turn.accepted").contains("event: turn.ended");
        assertThat(whole == null ? stream : whole).isEqualTo(stream);
        whole = stream;
        assertThat(one.send(get("/api/v1/conversations"), BodyHandlers.ofString()).body())
            .startsWith("{\"items\":[");
      }
    }
    await().untilAsserted(() -> assertThat(streamsCounted() - before).isEqualTo(TIMES));
  }

  private HttpRequest repeat() {
    return client
        .request("/api/v1/prompts", "Idempotency-Key", "k1", "Accept", "text/event-stream")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(PROMPT))
        .build();
  }

  private HttpRequest get(String path) {
    return client.request(path).GET().build();
  }

  /** A prompt that is answered otherwise than with a stream has status 202. */
  private double streamsCounted() {
    return metric(
        "http_server_requests_seconds_count", "uri=\"/api/v1/prompts\"", "status=\"200\"");
  }

  private double metric(String name, String... labels) {
    return gateway
        .management()
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name) && List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}

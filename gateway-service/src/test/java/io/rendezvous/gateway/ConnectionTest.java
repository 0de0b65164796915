package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.TurnId;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared gateway cuts a connection after two seconds without progress. */
class ConnectionTest {
  private final Gateway gateway = Gateway.shared();

  @ParameterizedTest
  @ValueSource(strings = {"", "POST /api/v1/prompts HTTP/1.1\r\nHost: a", "GET / HTTP/1.1\r\n"})
  void ends_one_that_never_says_what_it_wants(String part) {
    Instant start = Instant.now();
    String answer = RawHttp.send(gateway, part);
    assertThat(Duration.between(start, Instant.now()))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(9));
    assertThat(answer).doesNotContain("<html", "200 OK");
  }

  @Test
  void stays_open_between_two_requests_for_longer() throws Exception {
    try (var socket = new Socket("localhost", gateway.port())) {
      socket.setSoTimeout(10_000);
      assertThat(healthOn(socket)).startsWith("HTTP/1.1 200");
      Thread.sleep(4_000);
      assertThat(healthOn(socket)).startsWith("HTTP/1.1 200");
    }
  }

  private static String healthOn(Socket socket) throws Exception {
    socket
        .getOutputStream()
        .write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    var answer = new StringBuilder();
    // To the mark behind the last chunk, which may come in a packet of its own.
    while (!answer.toString().endsWith("\r\n0\r\n\r\n")) {
      int next = socket.getInputStream().read();
      assertThat(next).isNotNegative();
      answer.append((char) next);
    }
    return answer.toString();
  }

  @Test
  void of_a_stream_stays_open_while_the_stream_has_nothing_to_say() {
    try (var quiet =
        Gateway.start("--rendezvous.streams.heartbeat=30s", "--rendezvous.server.stall=1s")) {
      var user = Gateway.newUser();
      Decider.shared();
      var client = quiet.client(user);
      var answer = Client.json(client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}"));
      var script = new Script(user, new TurnId(answer.get("turnId").stringValue()));
      String conversation = answer.get("conversationId").stringValue();
      try (var stream = client.events("/api/v1/conversations/" + conversation + "/events")) {
        stream.until(event -> event.is("turn.accepted"));
        CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS)
            .execute(() -> script.started().asked().answered("a", "Oui"));
        assertThat(stream.untilEnded()).last().matches(event -> event.is("turn.ended"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "Content-Length: +5\r\n\r\nabcde",
        "Content-Length : 5\r\n\r\nabcde",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "X: a\r\n b\r\n\r\n"
      })
  void refuses_a_request_whose_end_can_be_read_in_two_ways(String rest) {
    String answer = RawHttp.send(gateway, "POST /api/v1/prompts HTTP/1.1\r\nHost: a\r\n" + rest);
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "\"code\":\"VALIDATION_ERROR\"")
        .doesNotContain("HTTP/1.1 200", "HTTP/1.1 401");
  }

  @Test
  void tells_nothing_of_the_server() {
    assertThat(RawHttp.send(gateway, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200")
        .doesNotContainIgnoringCase("server:", "x-powered-by:", "jetty");
  }

  @Test
  void refuses_a_long_head_with_a_problem() {
    String head = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
    assertThat(RawHttp.send(gateway, head))
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json", "\"status\":431");
  }
}

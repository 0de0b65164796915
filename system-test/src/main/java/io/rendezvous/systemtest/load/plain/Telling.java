package io.rendezvous.systemtest.load.plain;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.http.Answering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Tells one client of a turn, in the gateway's own words. */
final class Telling {
  /** Text is gathered as long as the product's worker gathers it. */
  private static final Duration GATHERED = Duration.ofMillis(40);

  private final Answering answer;
  private final String turn;
  private final StringBuilder gathered = new StringBuilder();
  private long told;

  Telling(Answering answer, String turn) {
    this.answer = answer;
    this.turn = turn;
  }

  void accepted(String conversation) throws IOException {
    answer.open(Map.of("Content-Type", "text/event-stream"));
    event("turn.accepted", Map.of("turnId", turn, "conversationId", conversation));
    answer.flush();
  }

  void text(String piece) {
    gathered.append(piece);
    if (System.nanoTime() - told > GATHERED.toNanos()) {
      try {
        tellText();
        answer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      told = System.nanoTime();
    }
  }

  void tool(String event, String name) throws IOException {
    event(event, Map.of("turnId", turn, "name", name));
    answer.flush();
  }

  void message(String text) throws IOException {
    tellText();
    event("message", Map.of("turnId", turn, "role", "ASSISTANT", "text", text));
  }

  void ended(String status) throws IOException {
    event("turn.ended", Map.of("turnId", turn, "status", status));
    answer.end();
  }

  private void tellText() throws IOException {
    if (!gathered.isEmpty()) {
      event("text.delta", Map.of("turnId", turn, "text", gathered.toString()));
      gathered.setLength(0);
    }
  }

  private void event(String name, Map<String, String> data) throws IOException {
    answer.chunk(
        ("event: " + name + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n")
            .getBytes(StandardCharsets.UTF_8));
  }
}

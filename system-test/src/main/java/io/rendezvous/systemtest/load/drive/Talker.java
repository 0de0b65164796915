package io.rendezvous.systemtest.load.drive;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.http.KeptConnection;
import io.rendezvous.systemtest.http.Received;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation: a turn at a time over one kept connection. */
final class Talker {
  private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

  private final List<URI> gateways;
  private final String token;
  private final Load load;
  private final String run;
  private final int index;
  private int failures;
  private Duration wait = AFTER_FAILURE;
  private @Nullable KeptConnection connection;
  private @Nullable String conversation;

  /**
   * Says nothing yet.
   *
   * @param run tells the turns of this run from those of others
   */
  Talker(List<URI> gateways, String token, Load load, String run, int index) {
    this.gateways = List.copyOf(gateways);
    this.token = token;
    this.load = load;
    this.run = run;
    this.index = index;
  }

  /** One turn to its end. */
  TurnDone turn(int number) throws InterruptedException {
    String key = load.insist() ? UUID.randomUUID().toString() : null;
    long startedAt = System.nanoTime();
    long giveUp = startedAt + load.patience().toNanos();
    TurnDone done = attempt(number, startedAt, key);
    while (done.error() != null && load.insist() && System.nanoTime() < giveUp) {
      Thread.sleep(wait);
      done = attempt(number, startedAt, key);
    }
    return done;
  }

  private TurnDone attempt(int number, long startedAt, @Nullable String key)
      throws InterruptedException {
    try {
      KeptConnection open = connection;
      if (open == null) {
        open = KeptConnection.open(gateway(), load.patience());
        connection = open;
      }
      Received answer = open.send("POST", "/api/v1/prompts", headers(key), body(number));
      TurnDone done;
      if (answer.status() == 200) {
        done = new TurnStream(answer).read(index, number, startedAt, this::inConversation);
      } else {
        answer.rest();
        wait = answer.retryAfter().orElse(AFTER_FAILURE);
        done = TurnDone.failed(index, number, startedAt, "status " + answer.status());
      }
      if (answer.isLast()) {
        close();
      }
      return done;
    } catch (IOException e) {
      close();
      wait = AFTER_FAILURE;
      failures++;
      return TurnDone.failed(index, number, startedAt, String.valueOf(e.getMessage()));
    }
  }

  /** Another one after each failure, as a load balancer would choose. */
  private URI gateway() {
    return gateways.get((index + failures) % gateways.size());
  }

  private void inConversation(String id) {
    conversation = id;
  }

  void close() {
    KeptConnection open = connection;
    connection = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException gone) {
      // As good as closed.
    }
  }

  private Map<String, String> headers(@Nullable String key) {
    var headers =
        new HashMap<>(
            Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Accept",
                "text/event-stream"));
    if (key != null) {
      headers.put("Idempotency-Key", key);
    }
    return headers;
  }

  private String body(int number) {
    String text = "Qu'ai-je la semaine prochaine ? #turn:" + run + "-" + index + "-" + number;
    String known = conversation;
    return Json.MAPPER.writeValueAsString(
        known == null ? Map.of("text", text) : Map.of("text", text, "conversationId", known));
  }
}

package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TurnTest {
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private Script submit(String text) {
    var answer = client.post("/api/v1/prompts", "{\"text\":\"" + text + "\"}");
    return new Script(user, new TurnId(Client.json(answer).get("turnId").stringValue()));
  }

  private JsonNode turn(Script script, String query) {
    var answer = client.get("/api/v1/turns/" + script.turn() + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Client.json(answer);
  }

  @Test
  void shows_a_turn_that_runs_and_waits_for_its_end() {
    var script = submit("Planifie");
    var running = turn(script, "");
    assertThat(running.get("status").stringValue()).isEqualTo("running");
    assertThat(running.get("conversationId").stringValue())
        .isEqualTo(script.turn().conversation().value());
    assertThat(running.get("toolCalls")).isEmpty();
    assertThat(running.has("answer") || running.has("endedAt") || running.has("usage")).isFalse();

    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(script::whole);
    var ended = turn(script, "?wait=20s");
    assertThat(ended.get("status").stringValue()).isEqualTo("completed");
    assertThat(ended.get("answer").stringValue()).isEqualTo("C'est noté 😀 !");
    assertThat(ended.has("reason")).isFalse();
    var call = ended.get("toolCalls").get(0);
    assertThat(call.get("name").stringValue()).isEqualTo("create_event");
    assertThat(call.get("arguments").get("title").stringValue()).isEqualTo("Déjeuner");
    assertThat(call.get("ok").booleanValue()).isTrue();
    assertThat(call.get("summary").stringValue()).contains("vendredi 27 novembre");
    assertThat(ended.get("usage").get("inputTokens").intValue()).isEqualTo(20);
    assertThat(ended.get("usage").get("provider").stringValue()).isEqualTo("offline");
    assertThat(Instant.parse(ended.get("startedAt").stringValue()))
        .isBefore(Instant.parse(ended.get("endedAt").stringValue()));
  }

  @Test
  void a_turn_that_waits_for_its_user_says_so_and_has_not_ended() {
    var script = submit("Planifie");
    script.started().asked().calls("a1", null, "{}").needsApproval();
    await()
        .untilAsserted(
            () ->
                assertThat(turn(script, "?wait=100ms").get("status").stringValue())
                    .isEqualTo("awaiting_approval"));
    script.decided(Verdict.APPROVE);
    await()
        .untilAsserted(
            () -> assertThat(turn(script, "").get("status").stringValue()).isEqualTo("running"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1s", "PT1S", "1", "1000ms"})
  void waits_no_longer_than_asked(String wait) {
    var script = submit("Bonjour");
    Instant start = Instant.now();
    assertThat(turn(script, "?wait=" + wait).get("status").stringValue()).isEqualTo("running");
    assertThat(Duration.between(start, Instant.now()))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
  }

  @Test
  void answers_at_once_where_too_many_wait() {
    try (var busy = Gateway.start("--rendezvous.turns.max-waiting=0")) {
      var script = submit("Bonjour");
      Instant start = Instant.now();
      var answer = busy.client(user).get("/api/v1/turns/" + script.turn() + "?wait=60s");
      assertThat(Client.json(answer).get("status").stringValue()).isEqualTo("running");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "-1s", "PT-1S", ""})
  void refuses_waits_that_are_none(String wait) {
    var answer = client.get("/api/v1/turns/" + submit("Bonjour").turn() + "?wait=" + wait);
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void asks_to_stop_a_turn_and_tells_that_it_was() {
    var script = submit("Bonjour").started().asked();
    var answer = client.post("/api/v1/turns/" + script.turn() + "/cancel", "");

    assertThat(answer.statusCode()).isEqualTo(202);
    var ended = turn(script, "?wait=5s");
    assertThat(ended.get("status").stringValue()).isEqualTo("cancelled");
    assertThat(ended.get("reason").stringValue()).isEqualTo("CANCELLED");
    assertThat(Decider.shared().received(user))
        .last()
        .isEqualTo(new CancelTurn(user, script.turn()));
    client.post("/api/v1/turns/" + script.turn() + "/cancel", "");
    assertThat(Decider.shared().received(user)).hasSize(2);
  }

  @Test
  void tells_why_a_turn_failed() {
    var script = submit("Bonjour").started().asked().ended(TurnEndReason.MODEL_UNAVAILABLE);
    var ended = turn(script, "?wait=5s");
    assertThat(ended.get("status").stringValue()).isEqualTo("failed");
    assertThat(ended.get("reason").stringValue()).isEqualTo("MODEL_UNAVAILABLE");
    assertThat(ended.has("answer")).isFalse();
  }

  @Test
  void knows_turns_that_only_the_table_has() {
    var script = submit("Planifie").whole();
    var live = turn(script, "?wait=5s");
    var conversation = script.turn().conversation();
    Tables.write(user, conversation, Decider.shared().log(conversation));
    try (var late = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      var answer = late.client(user).get("/api/v1/turns/" + script.turn());
      assertThat(Client.json(answer)).isEqualTo(live);
    }
  }

  @Test
  void holds_no_thread_for_each_of_two_hundred_that_wait() throws Exception {
    var scripts = new ArrayList<Script>();
    for (int i = 0; i < 5; i++) {
      scripts.add(submit("Bonjour " + i));
    }
    int before = ManagementFactory.getThreadMXBean().getThreadCount();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = new ArrayList<Future<JsonNode>>();
      for (int i = 0; i < 200; i++) {
        var script = scripts.get(i % scripts.size());
        waiting.add(callers.submit(() -> turn(script, "?wait=30s")));
      }
      await().until(() -> gateway.connections() >= 200);
      // The clients, the broker and other gateways of this process start some meanwhile.
      assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(before + 100);
      scripts.forEach(script -> script.started().asked().answered("a", "Oui"));
      for (var turn : waiting) {
        assertThat(turn.get().get("answer").stringValue()).isEqualTo("Oui");
      }
    }
  }
}

package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.embedded.DynamoDbLocal;
import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import io.rendezvous.testsupport.ThrottlingFront;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayTest {
  @Test
  void answers_503_with_all_that_is_needed_to_try_again() {
    try (var alone = Gateway.startUnready("localhost:1")) {
      var client = alone.client(Gateway.newUser());
      assertCanBeTriedAgain(client);

      assertThat(alone.client(null).get("/healthz").statusCode()).isEqualTo(503);
      assertThat(client.get("/api/v1/conversations").statusCode()).isEqualTo(503);
      assertThat(client.post("/api/v1/prompts", "{}").statusCode()).isEqualTo(400);
      assertThat(alone.management().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(alone.management().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void serves_when_the_broker_comes_and_refuses_in_time_while_it_is_lost(
      @TempDir(cleanup = CleanupMode.NEVER) Path data) throws Exception {
    int port = FreePorts.next();
    int controllerPort = FreePorts.next();
    try (var gateway =
        Gateway.startUnready("localhost:" + port, "--rendezvous.prompts.answer-wait=100ms")) {
      var client = gateway.client(Gateway.newUser());
      try (var _ = EmbeddedBroker.start(data, port, controllerPort)) {
        awaitAccepted(client);
      }
      assertCanBeTriedAgain(client);
      try (var _ = EmbeddedBroker.start(data, port, controllerPort)) {
        awaitAccepted(client);
      }
    }
  }

  @Test
  void lives_and_is_not_ready_until_the_tables_of_keys_can_be_made(@TempDir Path folder)
      throws Exception {
    int port = FreePorts.next();
    try (var gateway =
        Gateway.startUnready(
            TestKafka.bootstrapServers(),
            "--rendezvous.dynamodb.endpoint=http://127.0.0.1:" + port)) {
      var management = gateway.management();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> gateway.client(null).get("/healthz").statusCode() == 200);
      assertThat(management.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
      try (var _ =
          DynamoDbLocal.start(
              Path.of(System.getProperty("rendezvous.dynamodb-local.jars")),
              null,
              port,
              folder.resolve("log"))) {
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> management.get("/actuator/health/readiness").statusCode() == 200);
      }
    }
  }

  @Test
  void refuses_in_time_what_needs_tables_that_throttle() throws Exception {
    try (var front = ThrottlingFront.before(TestDynamoDb.settings("").endpoint(), 21);
        var gateway =
            Gateway.start(
                "--rendezvous.dynamodb.endpoint=" + front.endpoint(),
                "--rendezvous.log.table-limit=2s")) {
      var client = gateway.client(Gateway.newUser());
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> client.get("/api/v1/conversations").statusCode() == 200);
      front.refuse(1);
      Instant start = Instant.now();
      assertThat(client.get("/api/v1/conversations").statusCode()).isEqualTo(503);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(12));
      front.refuse(0);
      assertThat(client.get("/api/v1/conversations").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void asks_tables_that_do_not_tell_once_and_not_for_each_prompt() throws Exception {
    try (var front = ThrottlingFront.before(TestDynamoDb.settings("").endpoint(), 22);
        var gateway =
            Gateway.start(
                "--rendezvous.dynamodb.endpoint=" + front.endpoint(),
                "--rendezvous.prompts.repeat-pause=1h",
                "--rendezvous.preferences.away-pause=1h")) {
      var client = gateway.client(Gateway.newUser());
      awaitAccepted(client);
      front.refuse(1);
      assertThat(promptWithKey(client, "k1").statusCode()).isEqualTo(202);
      long refused = front.refused();
      assertThat(refused).isPositive();
      assertThat(promptWithKey(client, "k2").statusCode()).isEqualTo(202);
      assertThat(front.refused()).isEqualTo(refused);
    }
  }

  private static HttpResponse<String> promptWithKey(Client client, String key) {
    return client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}", "Idempotency-Key", key);
  }

  private static void awaitAccepted(Client client) {
    await().atMost(Duration.ofSeconds(60)).until(() -> prompt(client).statusCode() == 202);
  }

  private static HttpResponse<String> prompt(Client client) {
    return client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}");
  }

  private static void assertCanBeTriedAgain(Client client) {
    Instant start = Instant.now();
    var answer = prompt(client);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(7));
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    var problem = Client.json(answer);
    assertThat(problem.get("code").stringValue()).isEqualTo("LOG_UNAVAILABLE");
    assertThat(problem.get("text").stringValue()).isEqualTo("Bonjour");
    assertThat(answer.headers().firstValue("Idempotency-Key"))
        .contains(problem.get("idempotencyKey").stringValue());
  }
}

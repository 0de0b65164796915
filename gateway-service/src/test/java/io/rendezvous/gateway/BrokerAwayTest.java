package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrokerAwayTest {
  @Test
  void answers_503_with_all_that_is_needed_to_try_again() {
    try (var alone = Gateway.startUnready("localhost:1")) {
      var user = Gateway.newUser();
      var client = alone.client(user);
      Instant start = Instant.now();
      var answer = client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      var problem = Client.json(answer);
      assertThat(problem.get("code").stringValue()).isEqualTo("LOG_UNAVAILABLE");
      assertThat(problem.get("text").stringValue()).isEqualTo("Bonjour");
      assertThat(answer.headers().firstValue("Idempotency-Key"))
          .contains(problem.get("idempotencyKey").stringValue());

      assertThat(alone.client(null).get("/healthz").statusCode()).isEqualTo(503);
      assertThat(client.get("/api/v1/conversations").statusCode()).isEqualTo(503);
      assertThat(client.post("/api/v1/prompts", "{}").statusCode()).isEqualTo(400);
      assertThat(alone.management().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(alone.management().get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    }
  }
}

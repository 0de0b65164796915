package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.budget.Budget;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ModelTotals;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BudgetTest {
  /** 130 tokens for 0.003 of the operator's currency. */
  private static final ModelTotals SPENT =
      new ModelTotals("openai", "mini", ModelPurpose.ANSWER, 1, 0, 100, 0, 30, 3_000_000, 50);

  private final UserId user = Gateway.newUser();
  private final Client client = Gateway.shared().client(user);

  @Test
  void a_user_without_a_budget_has_none() {
    client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}");
    assertThat(Prompts.awaitSubmitted(user).preferences().budget()).isNull();
  }

  @Test
  void a_prompt_takes_its_users_budget_along() {
    choose("{\"turnTokens\": 50000, \"dayCost\": 0.25}");
    client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}");
    assertThat(Prompts.awaitSubmitted(user).preferences().budget())
        .isEqualTo(new Budget(50_000L, null, null, 250_000_000L));
  }

  @Test
  void what_the_operator_allows_holds_for_everybody() {
    try (var strict =
        Gateway.start("--rendezvous.budget.day-cost=0.1", "--rendezvous.budget.turn-tokens=9000")) {
      choose("{\"turnTokens\": 50000, \"dayTokens\": 100000}");
      strict.client(user).post("/api/v1/prompts", "{\"text\":\"Bonjour\"}");
      assertThat(Prompts.awaitSubmitted(user).preferences().budget())
          .isEqualTo(new Budget(9_000L, null, 100_000L, 100_000_000L));
    }
  }

  @Test
  void whoever_has_spent_the_day_is_told_so_with_what_is_left() {
    choose("{\"dayTokens\": 1000, \"dayCost\": 0.003}");
    spend();
    HttpResponse<String> answer = client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}");
    assertThat(answer.statusCode()).isEqualTo(429);
    JsonNode problem = Client.json(answer);
    assertThat(problem.get("code").stringValue()).isEqualTo("BUDGET_EXHAUSTED");
    assertThat(problem.at("/left/tokens").longValue()).isEqualTo(870);
    assertThat(problem.at("/left/cost").decimalValue()).isEqualByComparingTo("0");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(1L, 25L * 3_600);
  }

  @Test
  void whoever_has_some_left_goes_on() {
    choose("{\"dayTokens\": 131}");
    spend();
    assertThat(client.post("/api/v1/prompts", "{\"text\":\"Bonjour\"}").statusCode())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dayTokens\": -1}",
        "{\"dayTokens\": 1.5}",
        "{\"dayCost\": \"much\"}",
        "{\"week\": 3}"
      })
  void what_makes_no_sense_is_refused(String budget) {
    HttpResponse<String> answer =
        client.send("PUT", "/api/v1/preferences", "{\"budget\": " + budget + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).at("/errors/0/field").stringValue()).startsWith("budget.");
  }

  private void choose(String budget) {
    assertThat(
            client.send("PUT", "/api/v1/preferences", "{\"budget\": " + budget + "}").statusCode())
        .isEqualTo(200);
  }

  private void spend() {
    Tables.putUsage(user, TurnId.of(Gateway.newConversation(user), "a"), Instant.now(), SPENT);
  }
}

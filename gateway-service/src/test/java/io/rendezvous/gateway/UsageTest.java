package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ModelTotals;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class UsageTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String PERIOD = "?from=2026-11-20T00:00:00Z&to=2026-11-22T00:00:00Z";
  private static final ModelTotals GEMINI =
      new ModelTotals("gemini", "flash", ModelPurpose.ANSWER, 2, 1, 100, 40, 10, 1_500_000, 300);
  private static final ModelTotals OPENAI =
      new ModelTotals("openai", "mini", ModelPurpose.ANSWER, 1, 0, 50, 0, 5, 500_000, 200);

  private final UserId user = Gateway.newUser();
  private final Client client = Gateway.shared().client(user);
  private final ConversationId first = Gateway.newConversation(user);
  private final ConversationId second = Gateway.newConversation(user);

  private void write() {
    // The gateway that is shared makes the tables.
    client.get("/healthz");
    Tables.putUsage(user, TurnId.of(first, "a"), NOON, GEMINI, OPENAI);
    Tables.putUsage(user, TurnId.of(first, "b"), NOON.plusSeconds(1), GEMINI);
    Tables.putUsage(user, TurnId.of(second, "c"), NOON.plusSeconds(86_400), OPENAI);
    Tables.putUsage(user, TurnId.of(second, "d"), NOON.plusSeconds(2 * 86_400), OPENAI);
    UserId bob = Gateway.newUser();
    Tables.putUsage(bob, TurnId.of(Gateway.newConversation(bob), "e"), NOON, OPENAI);
  }

  @Test
  void adds_up_the_period_by_model() {
    write();
    JsonNode usage = get(PERIOD);
    assertThat(usage.at("/total/calls").longValue()).isEqualTo(6);
    assertThat(usage.at("/total/inputTokens").longValue()).isEqualTo(300);
    assertThat(usage.at("/total/cost").decimalValue()).isEqualByComparingTo("0.004");
    assertThat(usage.get("items")).hasSize(2);
    JsonNode gemini = usage.at("/items/0");
    assertThat(gemini.get("provider").stringValue()).isEqualTo("gemini");
    assertThat(gemini.get("model").stringValue()).isEqualTo("flash");
    assertThat(gemini.get("calls").longValue()).isEqualTo(4);
    assertThat(gemini.get("estimatedCalls").longValue()).isEqualTo(2);
    assertThat(gemini.get("cachedTokens").longValue()).isEqualTo(80);
    assertThat(gemini.get("outputTokens").longValue()).isEqualTo(20);
    assertThat(gemini.get("latencyMillis").longValue()).isEqualTo(600);
  }

  @Test
  void groups_by_conversation_and_by_day() {
    write();
    JsonNode conversations = get(PERIOD + "&groupBy=conversation").get("items");
    assertThat(conversations).hasSize(2);
    assertThat(conversations.at("/0/conversationId").stringValue()).isEqualTo(first.value());
    assertThat(conversations.at("/0/calls").longValue()).isEqualTo(5);
    JsonNode days = get(PERIOD + "&groupBy=day").get("items");
    assertThat(days.at("/0/day").stringValue()).isEqualTo("2026-11-20");
    assertThat(days.at("/1/day").stringValue()).isEqualTo("2026-11-21");
  }

  @Test
  void can_be_asked_of_one_conversation_provider_or_model() {
    write();
    assertThat(get(PERIOD + "&conversationId=" + second).at("/total/calls").longValue())
        .isEqualTo(1);
    assertThat(get(PERIOD + "&provider=openai").at("/total/calls").longValue()).isEqualTo(2);
    assertThat(get(PERIOD + "&model=flash").at("/total/calls").longValue()).isEqualTo(4);
  }

  @Test
  void whoever_has_used_nothing_is_told_so() {
    assertThat(get("").at("/total/calls").longValue()).isZero();
    assertThat(get("").get("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?from=2026-11-22T00:00:00Z&to=2026-11-20T00:00:00Z, from",
    "?from=2020-11-22T00:00:00Z&to=2026-11-20T00:00:00Z, from",
    "?groupBy=mood, groupBy"
  })
  void what_makes_no_sense_is_refused(String query, String field) {
    var answer = client.get("/api/v1/usage" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).at("/errors/0/field").stringValue()).isEqualTo(field);
  }

  @Test
  void another_users_conversation_is_not_found() {
    ConversationId foreign = Gateway.newConversation(Gateway.newUser());
    assertThat(client.get("/api/v1/usage?conversationId=" + foreign).statusCode()).isEqualTo(404);
  }

  private JsonNode get(String query) {
    return Client.json(client.get("/api/v1/usage" + query));
  }
}

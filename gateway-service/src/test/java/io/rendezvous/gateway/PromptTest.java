package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {
  private static final Decider DECIDER = Decider.shared();
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private HttpResponse<String> prompt(Map<String, ?> body, String... headers) {
    return client.post("/api/v1/prompts", Json.MAPPER.writeValueAsString(body), headers);
  }

  @Test
  void accepts_a_prompt_and_tells_where_its_turn_is() {
    var answer = prompt(Map.of("text", "Bonjour", "policy", "reject", "unknown", 1));

    assertThat(answer.statusCode()).isEqualTo(202);
    String turn = Client.json(answer).get("turnId").stringValue();
    assertThat(Client.json(answer).get("status").stringValue()).isEqualTo("accepted");
    assertThat(turn).startsWith(Client.json(answer).get("conversationId").stringValue());
    assertThat(answer.headers().firstValue("Location")).contains("/api/v1/turns/" + turn);
    assertThat(answer.headers().firstValue("Idempotency-Key")).isPresent();
    var submitted = (SubmitPrompt) DECIDER.received(user).getFirst();
    assertThat(Gateway.vault().open(user, submitted.text())).isEqualTo("Bonjour");
    assertThat(submitted.policy()).isEqualTo(PromptPolicy.REJECT);
  }

  @Test
  void lets_a_prompt_take_back_what_the_turn_before_it_did() {
    assertThat(prompt(Map.of("text", "Non, autre chose", "policy", "rollback")).statusCode())
        .isEqualTo(202);
    client.send("PUT", "/api/v1/preferences", "{\"promptPolicy\":\"rollback\"}");
    await()
        .untilAsserted(
            () -> {
              prompt(Map.of("text", "Encore"));
              assertThat(((SubmitPrompt) DECIDER.received(user).getLast()).policy())
                  .isEqualTo(PromptPolicy.ROLLBACK);
            });
    assertThat(((SubmitPrompt) DECIDER.received(user).getFirst()).policy())
        .isEqualTo(PromptPolicy.ROLLBACK);
  }

  @Test
  void carries_the_url_of_a_recording_on_an_allowed_host() {
    for (String host : List.of("audio.example.com", "eu.cdn.example.com")) {
      assertThat(
              prompt(Map.of("text", "Bonjour", "audioUrl", "https://" + host + "/1.ogg"))
                  .statusCode())
          .isEqualTo(202);
    }
    var submitted = (SubmitPrompt) DECIDER.received(user).getFirst();
    assertThat(Gateway.vault().open(user, submitted.audioUrl()))
        .isEqualTo("https://audio.example.com/1.ogg");
  }

  @Test
  void answers_a_repeat_with_the_same_turn_and_publishes_it_once() {
    var first = prompt(Map.of("text", "Bonjour"), "Idempotency-Key", "k 1");
    var again = prompt(Map.of("text", "Bonjour", "parameters", Map.of()), "Idempotency-Key", "k 1");

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Key")).contains("k 1");
    assertThat(DECIDER.received(user)).hasSize(1);
  }

  @Test
  void answers_a_repeat_that_only_the_table_knows() {
    var conversation = Gateway.newConversation(user);
    var body = Map.of("text", "Bonjour", "conversationId", conversation.value());
    var first = prompt(body, "Idempotency-Key", "k1");
    Tables.write(user, conversation, DECIDER.log(conversation));
    try (var another = Gateway.start("--rendezvous.tail.projection-group=" + Projected.all())) {
      var json = Json.MAPPER.writeValueAsString(body);
      var again = another.client(user).post("/api/v1/prompts", json, "Idempotency-Key", "k1");
      assertThat(again.statusCode()).isEqualTo(202);
      assertThat(again.body()).isEqualTo(first.body());
    }
    assertThat(DECIDER.received(user)).hasSize(1);
  }

  @Test
  void takes_fifty_at_once_with_one_key_as_one_turn() throws Exception {
    var body = Json.MAPPER.writeValueAsString(Map.of("text", "Bonjour"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 50)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> client.post("/api/v1/prompts", body, "Idempotency-Key", "same")))
              .toList();
      var first = answers.getFirst().get().body();
      for (var answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(202);
        assertThat(answer.get().body()).isEqualTo(first);
      }
    }
    assertThat(DECIDER.received(user)).hasSizeLessThan(5);
  }

  @Test
  void refuses_another_body_with_the_same_key_wherever_it_knows_the_first_from() {
    prompt(Map.of("text", "Bonjour"), "Idempotency-Key", "k1");
    var other = prompt(Map.of("text", "Bonsoir"), "Idempotency-Key", "k1");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(Client.json(other).get("code").stringValue()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(other.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void keeps_the_same_key_of_two_users_apart() {
    var mine = prompt(Map.of("text", "Bonjour"), "Idempotency-Key", "k1");
    var theirs =
        gateway
            .client(Gateway.newUser())
            .post("/api/v1/prompts", "{\"text\":\"Bonsoir\"}", "Idempotency-Key", "k1");

    assertThat(theirs.statusCode()).isEqualTo(202);
    assertThat(Client.json(theirs).get("turnId")).isNotEqualTo(Client.json(mine).get("turnId"));
  }

  @ParameterizedTest
  @CsvSource({"/busy,409,BUSY", "/full,429,QUEUE_FULL"})
  void hands_on_what_the_decider_refuses(String text, int status, String code) {
    var answer = prompt(Map.of("text", text));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Client.json(answer).get("code").stringValue()).isEqualTo(code);
    assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
  }

  @Test
  void publishes_again_when_an_earlier_try_was_refused() {
    prompt(Map.of("text", "/busy"), "Idempotency-Key", "k1");
    assertThat(prompt(Map.of("text", "/busy"), "Idempotency-Key", "k1").statusCode())
        .isEqualTo(409);
    assertThat(DECIDER.received(user)).hasSize(2);
  }

  @Test
  void accepts_what_the_decider_has_not_come_to() {
    assertThat(prompt(Map.of("text", "/silent")).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"\"}",
        "{\"text\":\" \\n \"}",
        "{}",
        "{\"text\":7}",
        "{\"text\":true}",
        "{\"text\":{\"a\":1}}",
        "{\"text\":\"a\",\"policy\":\"whatever\"}",
        "{\"text\":\"a\",\"audioUrl\":\"http://audio.example.com/1\"}",
        "{\"text\":\"a\",\"audioUrl\":\"https://127.0.0.1/1\"}",
        "{\"text\":\"a\",\"audioUrl\":\"https://2130706433/1\"}",
        "{\"text\":\"a\",\"audioUrl\":\"https://audio.example.com@evil.example/1\"}",
        "{\"text\":\"a\",\"audioUrl\":\"https://u@audio.example.com/1\"}",
        "{\"text\":\"a\",\"audioUrl\":\"https://audio.example.com:8443/1\"}",
        "{\"text\":\"a\",\"audioUrl\":\"https://cdn.example.com.evil.example/1\"}",
        "{\"text\":\"a\",\"audioUrl\":\"file:///etc/passwd\"}",
        "{\"text\":\"a\",\"audioUrl\":\"not a url\"}",
        "{\"text\":\"a\"",
        "[]",
        "",
        "null",
        "nonsense"
      })
  void refuses_what_is_not_valid_and_publishes_nothing(String body) {
    var answer = client.post("/api/v1/prompts", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var problem = Client.json(answer);
    assertThat(problem.get("code").stringValue()).isEqualTo("VALIDATION_ERROR");
    assertThat(problem.get("type").stringValue()).isEqualTo("/problems/validation-error");
    assertNothingPublished();
  }

  @Test
  void refuses_long_text_by_name_and_counts_characters_as_people_do() {
    assertThat(prompt(Map.of("text", "😀".repeat(4000))).statusCode()).isEqualTo(202);
    var answer = prompt(Map.of("text", "a".repeat(4001)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).get("errors").get(0).get("field").stringValue())
        .isEqualTo("text");
    assertThat(DECIDER.received(user)).hasSize(1);
  }

  @Test
  void refuses_a_body_over_the_limit_also_without_a_length() {
    String large = "{\"text\":\"a\",\"more\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(client.post("/api/v1/prompts", large).statusCode()).isEqualTo(413);
    var bytes = large.getBytes(StandardCharsets.UTF_8);
    var chunked =
        client
            .request("/api/v1/prompts", "Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build();
    var answer = client.send(chunked);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("BODY_TOO_LARGE");
    assertNothingPublished();
  }

  @Test
  void refuses_json_that_is_nested_too_deep() {
    String deep = "{\"text\":\"a\",\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";
    assertThat(client.post("/api/v1/prompts", deep).statusCode()).isEqualTo(400);
    assertNothingPublished();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "clé", "x\ty"})
  void refuses_keys_that_are_not_printable(String key) {
    var raw = RawHttp.post(gateway, client, "/api/v1/prompts", "{\"text\":\"a\"}", key);
    assertThat(raw).startsWith("HTTP/1.1 400");
    assertNothingPublished();
  }

  @Test
  void refuses_conversations_that_are_malformed_or_anothers() {
    for (String id : List.of("nonsense", "", Gateway.newConversation(Gateway.newUser()).value())) {
      var answer = prompt(Map.of("text", "a", "conversationId", id));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("NOT_FOUND");
    }
    assertNothingPublished();
  }

  @Test
  void takes_the_user_from_the_token_alone() {
    prompt(Map.of("text", "a", "userId", "u-other", "user", "u-other"), "X-User-Id", "u-other");
    assertThat(DECIDER.received(user)).hasSize(1);
    assertThat(DECIDER.received(new UserId("u-other"))).isEmpty();
  }

  @Test
  void limits_the_turns_that_one_user_has_in_flight() {
    try (var small = Gateway.start("--rendezvous.prompts.max-turns-in-flight=2")) {
      var few = small.client(user);
      for (int i = 0; i < 2; i++) {
        assertThat(few.post("/api/v1/prompts", "{\"text\":\"a\"}").statusCode()).isEqualTo(202);
      }
      var refused = few.post("/api/v1/prompts", "{\"text\":\"a\"}");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(DECIDER.received(user)).hasSize(2);
      var turn = ((SubmitPrompt) DECIDER.received(user).getFirst()).turn();
      new Script(user, turn).asked().answered("a", "Oui");
      await().until(() -> few.post("/api/v1/prompts", "{\"text\":\"a\"}").statusCode() == 202);
    }
  }

  /** What is published later than nothing has gone through the same partition before. */
  private void assertNothingPublished() {
    var probe = Gateway.newUser();
    gateway
        .client(probe)
        .post(
            "/api/v1/prompts",
            "{\"text\":\"probe\"}",
            "Idempotency-Key",
            UUID.randomUUID().toString());
    assertThat(DECIDER.received(probe)).hasSize(1);
    assertThat(DECIDER.received(user)).isEmpty();
  }
}

package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.client.AccessTokens;
import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is told, and leaves nothing in the log. */
class BadInputTest {
  private static final String PROMPTS = "/api/v1/prompts";
  private static final String SOMEBODYS = "c0000000000000000-0000000000000000";

  record Bad(String what, String method, String path, String body, String token, int status) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Bad> inputs() {
    String token = Stack.newUser().token();
    String good = Client.prompt("Bonjour", null);
    String foreign = new AccessTokens(new byte[32]).issue("u-demo");
    return Stream.of(
        new Bad(
            "text too long", "POST", PROMPTS, Client.prompt("x".repeat(4_001), null), token, 400),
        new Bad("text empty", "POST", PROMPTS, Client.prompt("", null), token, 400),
        new Bad("text blank", "POST", PROMPTS, Client.prompt("  ", null), token, 400),
        new Bad("text missing", "POST", PROMPTS, "{}", token, 400),
        new Bad("broken JSON", "POST", PROMPTS, "{\"text\":", token, 400),
        new Bad("no body", "POST", PROMPTS, "", token, 400),
        new Bad(
            "unknown conversation",
            "POST",
            PROMPTS,
            Client.prompt("Bonjour", SOMEBODYS),
            token,
            404),
        new Bad(
            "unknown conversation read",
            "GET",
            "/api/v1/conversations/" + SOMEBODYS,
            "",
            token,
            404),
        new Bad(
            "unknown messages",
            "GET",
            "/api/v1/conversations/" + SOMEBODYS + "/messages",
            "",
            token,
            404),
        new Bad(
            "unknown events",
            "GET",
            "/api/v1/conversations/" + SOMEBODYS + "/events",
            "",
            token,
            404),
        new Bad(
            "unknown turn",
            "GET",
            "/api/v1/turns/" + SOMEBODYS + ".t0000000000000000",
            "",
            token,
            404),
        new Bad("no turn's id", "GET", "/api/v1/turns/nonsense", "", token, 404),
        new Bad(
            "cancel of an unknown turn", "POST", "/api/v1/turns/nonsense/cancel", "", token, 404),
        new Bad(
            "unknown calendar event",
            "GET",
            "/api/v1/calendars/personal/events/none",
            "",
            token,
            404),
        new Bad("unknown path", "GET", "/api/v1/nonsense", "", token, 404),
        new Bad("wrong method", "PUT", PROMPTS, good, token, 405),
        new Bad("no token", "POST", PROMPTS, good, "", 401),
        new Bad("token of another installation", "POST", PROMPTS, good, foreign, 401),
        new Bad(
            "token changed",
            "POST",
            PROMPTS,
            good,
            token.substring(0, token.length() - 4) + "AAAA",
            401),
        new Bad("no token at all", "POST", PROMPTS, good, "nonsense", 401));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void is_refused(Bad bad) throws Exception {
    long before = LogEnds.of(Topics.PROMPTS);
    Answer answer =
        new Client(Stack.rendezvous().baseUrl(), bad.token())
            .send(bad.method(), bad.path(), bad.body());
    assertThat(answer.status()).as(answer.body()).isEqualTo(bad.status());
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(bad.status());
    assertThat(answer.text("type")).contains("/problems/");
    assertThat(answer.text("code")).isNotEmpty();
    assertThat(answer.body()).doesNotContain("Exception", "io.rendezvous");
    assertThat(LogEnds.of(Topics.PROMPTS)).isEqualTo(before);
  }
}

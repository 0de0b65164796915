package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("rendezvous")
        .audience("rendezvous-api")
        .subject("u-test")
        .issueTime(new Date())
        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, byte[] key)
      throws Exception {
    var token = new SignedJWT(new JWSHeader(algorithm), claims);
    token.sign(new MACSigner(key));
    return token.serialize();
  }

  private static String signed(JWTClaimsSet claims) throws Exception {
    return signed(claims, JWSAlgorithm.HS256, new byte[32]);
  }

  @Test
  void accepts_only_tokens_of_ours() throws Exception {
    var good = signed(claims().build());
    assertThat(status(good)).isEqualTo(200);
    var soon = Date.from(Instant.now().minusSeconds(30));
    assertThat(status(signed(claims().issueTime(null).expirationTime(soon).build())))
        .isEqualTo(200);

    var otherKey = new byte[32];
    otherKey[0] = 1;
    var old = Date.from(Instant.now().minusSeconds(90));
    var later = Date.from(Instant.now().plusSeconds(90));
    var parts = good.split("\\.", -1);
    for (String bad :
        List.of(
            signed(claims().build(), JWSAlgorithm.HS256, otherKey),
            signed(claims().build(), JWSAlgorithm.HS512, new byte[64]),
            new PlainJWT(claims().build()).serialize(),
            signed(claims().issuer("somebody").build()),
            signed(claims().audience("calendar-service").build()),
            signed(claims().audience((String) null).build()),
            signed(claims().issueTime(null).expirationTime(old).build()),
            signed(claims().expirationTime(null).build()),
            signed(claims().notBeforeTime(later).build()),
            signed(claims().subject("ana@example.com").build()),
            signed(claims().subject(null).build()),
            parts[0] + "." + parts[1] + "x." + parts[2],
            "nonsense")) {
      assertThat(status(bad)).as(bad).isEqualTo(401);
    }
  }

  private int status(String token) {
    return gateway.clientWith(token).get("/api/v1/conversations").statusCode();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/conversations",
        "/api/v1/turns/x",
        "/api/v1/nothing",
        "/error",
        "/actuator/health"
      })
  void answers_401_without_a_token(String path) {
    var answer = gateway.client(null).get(path + "?access_token=" + gateway.token(user));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("UNAUTHORIZED");
  }

  /** The routes as the page lists them, which are those that the server has. */
  @Test
  void answers_nobody_without_a_token_but_who_comes_back_from_google() {
    var rows =
        Pattern.compile("<td>([A-Z]+)</td><td><code>([^<]+)</code>")
            .matcher(gateway.client(null).get("/").body());
    var open = new ArrayList<String>();
    int routes = 0;
    while (rows.find()) {
      routes++;
      String path = rows.group(2).replaceAll("\\{[^}]+}", "x");
      if (gateway.client(null).send(rows.group(1), path, "{}").statusCode() != 401) {
        open.add(rows.group(1) + " " + path);
      }
    }
    assertThat(routes).isGreaterThan(25);
    assertThat(open).containsExactly("GET /api/v1/calendar-accounts/google/callback");
  }

  @Test
  void hides_everything_of_another_user() {
    var submitted = Client.json(client.post("/api/v1/prompts", "{\"text\":\"secret\"}"));
    String turn = submitted.get("turnId").stringValue();
    String conversation = submitted.get("conversationId").stringValue();
    var stranger = gateway.client(Gateway.newUser());
    for (String path :
        List.of(
            "/api/v1/turns/" + turn,
            "/api/v1/conversations/" + conversation,
            "/api/v1/conversations/" + conversation + "/messages",
            "/api/v1/conversations/" + conversation + "/events",
            "/api/v1/conversations/" + conversation + "/events?after=1")) {
      var answer = stranger.get(path, "Accept", "application/json, text/event-stream");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("NOT_FOUND");
      assertThat(answer.body()).doesNotContain("secret");
    }
    assertThat(stranger.post("/api/v1/turns/" + turn + "/cancel", "").statusCode()).isEqualTo(404);
    assertThat(Client.json(stranger.get("/api/v1/conversations")).get("items")).isEmpty();
    await().untilAsserted(() -> assertThat(Decider.shared().received(user)).hasSize(1));
  }

  @Test
  void knows_no_turn_that_never_was() {
    var conversation = Gateway.newConversation(user);
    var unknown = "/api/v1/turns/" + TurnId.of(conversation, UUID.randomUUID().toString());
    assertThat(client.get(unknown).statusCode()).isEqualTo(404);
    assertThat(client.post(unknown + "/cancel", "").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/v1/turns/nonsense").statusCode()).isEqualTo(404);
    assertThat(Decider.shared().received(user)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,/api/v1/prompts,POST",
    "PUT,/api/v1/conversations,GET",
    "POST,/api/v1/turns/x,GET",
    "TRACE,/api/v1/prompts,POST"
  })
  void answers_other_methods_with_those_that_are_allowed(
      String method, String path, String allowed) {
    var answer = client.send(client.request(path).method(method, BodyPublishers.noBody()).build());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains(allowed);
    assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  void answers_unknown_places_types_and_forms_with_problems() {
    assertProblem(client.get("/api/v1/nothing").statusCode(), 404);
    assertProblem(client.get("/error").statusCode(), 404);
    assertProblem(client.get("/actuator/prometheus").statusCode(), 404);
    var text = client.request("/api/v1/prompts", "Content-Type", "text/plain");
    var wrongType = client.send(text.POST(BodyPublishers.ofString("Bonjour")).build());
    assertProblem(wrongType.statusCode(), 415);
    assertThat(Client.json(wrongType).get("code").stringValue())
        .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    var wrongForm = client.post("/api/v1/prompts", "{\"text\":\"a\"}", "Accept", "text/html");
    assertProblem(wrongForm.statusCode(), 406);
    assertThat(wrongForm.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Decider.shared().received(user)).isEmpty();
  }

  private static void assertProblem(int status, int expected) {
    assertThat(status).isEqualTo(expected);
  }

  @Test
  void tells_nothing_of_its_inside_when_a_request_is_broken() {
    for (String request :
        List.of(
            "GET /api/v1/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /a|b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /api/../../x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: "
                + "x".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n",
            "NONSENSE\r\n\r\n")) {
      String answer = RawHttp.send(gateway, request);
      assertThat(answer)
          .startsWith("HTTP/1.1 4")
          .doesNotContain("Apache", "<html", "at org.", "Exception");
    }
  }

  @Test
  void sends_the_headers_that_protect_browsers() {
    var headers = client.get("/api/v1/conversations").headers();
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void answers_no_foreign_web_page_unless_it_is_on_the_list() {
    var foreign = client.get("/api/v1/conversations", "Origin", "https://evil.example");
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    try (var open = Gateway.start("--rendezvous.security.cors-origins=https://app.example")) {
      var preflight =
          open.client(null)
              .request(
                  "/api/v1/prompts",
                  "Origin",
                  "https://app.example",
                  "Access-Control-Request-Method",
                  "POST")
              .method("OPTIONS", BodyPublishers.noBody())
              .build();
      var answer = client.send(preflight);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://app.example");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
      var evil = open.client(user).get("/api/v1/conversations", "Origin", "https://evil.example");
      assertThat(evil.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void shows_health_to_all_and_metrics_on_the_management_port_alone() {
    assertThat(gateway.client(null).get("/healthz").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(gateway.management().get("/actuator/health/readiness").body()).contains("UP");
    assertThat(gateway.management().get("/actuator/prometheus").body())
        .contains("rendezvous_consumer_lag", "rendezvous_streams_open", "jvm_memory_used_bytes");
    assertThat(gateway.management().get("/actuator/env").statusCode()).isEqualTo(401);
  }

  @Test
  void refuses_to_start_without_a_key_of_the_right_size() {
    for (String key : List.of("", "AAAA", "not base64!")) {
      assertThatThrownBy(
              () -> Gateway.startUnready("localhost:1", "--rendezvous.secrets.token-key=" + key))
          .hasStackTraceContaining("rendezvous.secrets.token-key");
    }
  }
}

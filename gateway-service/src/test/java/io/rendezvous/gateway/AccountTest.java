package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts at calendar providers, which the calendar service keeps. */
class AccountTest {
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";
  private static final String CALLBACK = ACCOUNTS + "/google/callback";
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private static CalendarStandIn.Asked asked() {
    return Gateway.calendar().asked().getLast();
  }

  private void assertAsked(String method, String uri) throws Exception {
    assertThat(asked().method()).isEqualTo(method);
    assertThat(asked().uri()).isEqualTo(uri);
    var token = SignedJWT.parse(asked().authorization().substring("Bearer ".length()));
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(user.value());
  }

  @Test
  void lists_and_gives_up_accounts() throws Exception {
    assertThat(client.get(ACCOUNTS).statusCode()).isEqualTo(200);
    assertAsked("GET", "/internal/calendar-accounts");
    assertThat(client.send("DELETE", ACCOUNTS + "/a1", "").statusCode()).isEqualTo(204);
    assertAsked("DELETE", "/internal/calendar-accounts/a1");
    assertThat(client.send("PUT", ACCOUNTS + "/a1/default", "").statusCode()).isEqualTo(204);
    assertAsked("PUT", "/internal/calendar-accounts/a1/default");
    assertThat(client.send("DELETE", ACCOUNTS + "/missing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void hands_on_what_a_caldav_account_is_connected_with_and_nothing_else() throws Exception {
    var body =
        "{\"url\":\"https://dav.example.com\",\"username\":\"ana\",\"password\":\"s3cret\",\"user\":\"u-other\"}";
    assertThat(client.post(ACCOUNTS + "/caldav", body).statusCode()).isEqualTo(201);
    assertAsked("POST", "/internal/calendar-accounts/caldav");
    assertThat(Json.MAPPER.readTree(asked().body()))
        .isEqualTo(
            Json.MAPPER.valueToTree(
                Map.of("url", "https://dav.example.com", "username", "ana", "password", "s3cret")));
    assertThat(client.post(ACCOUNTS + "/caldav", "{\"password\":7}").statusCode()).isEqualTo(400);
  }

  @Test
  void tells_where_to_go_for_access_to_google() throws Exception {
    var answer = client.post(ACCOUNTS + "/google/authorize", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Client.json(answer).get("authorizationUrl").stringValue())
        .isEqualTo("https://accounts.example.com/auth?state=s");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertAsked("POST", "/internal/calendar-accounts/google/authorize");
  }

  @Test
  void shows_a_browser_that_comes_back_what_came_of_it() {
    var browser = gateway.client(null);
    var connected = browser.get(CALLBACK + "?state=a%26b&code=c%2Fd", "Accept", "text/html");
    assertThat(connected.statusCode()).isEqualTo(200);
    assertThat(connected.body()).contains("<h1>Connected</h1>");
    assertThat(connected.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(connected.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(asked().uri())
        .isEqualTo("/internal/calendar-accounts/google/callback?state=a%26b&code=c%2Fd");
    assertThat(asked().authorization()).isNull();

    var denied = browser.get(CALLBACK + "?state=wrong&error=access_denied");
    assertThat(denied.statusCode()).isEqualTo(400);
    assertThat(denied.body()).contains("<h1>Not connected</h1>", "It is not valid.");
    assertThat(asked().uri()).isEqualTo("/internal/calendar-accounts/google/callback?state=wrong");
    int before = Gateway.calendar().asked().size();
    assertThat(browser.get(CALLBACK).statusCode()).isEqualTo(400);
    assertThat(browser.get(CALLBACK + "?state=" + "s".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(Gateway.calendar().asked()).hasSize(before);
    assertThat(browser.get(CALLBACK + "?state=broken").body()).doesNotContain("secret");
  }

  @Test
  void sends_a_browser_on_to_the_app_where_there_is_one() {
    try (var withApp =
        Gateway.start(
            "--rendezvous.calendar-service.url=" + Gateway.calendar().url(),
            "--rendezvous.calendar-accounts.app=rendezvous://connected?from=google")) {
      var browser = withApp.client(null);
      var connected = browser.get(CALLBACK + "?state=s&code=c");
      assertThat(connected.statusCode()).isEqualTo(303);
      assertThat(connected.headers().firstValue("Location"))
          .contains("rendezvous://connected?from=google&calendar=connected");
      assertThat(browser.get(CALLBACK + "?state=wrong").headers().firstValue("Location"))
          .contains("rendezvous://connected?from=google&calendar=validation_error");
    }
  }

  @Test
  void lets_nobody_without_a_token_do_anything_else() {
    var nobody = gateway.client(null);
    assertThat(nobody.get(ACCOUNTS).statusCode()).isEqualTo(401);
    assertThat(nobody.post(ACCOUNTS + "/google/authorize", "").statusCode()).isEqualTo(401);
    assertThat(nobody.post(CALLBACK, "").statusCode()).isEqualTo(401);
    assertThat(nobody.post(ACCOUNTS + "/caldav", "{}").statusCode()).isEqualTo(401);
    assertThat(nobody.send("DELETE", ACCOUNTS + "/a1", "").statusCode()).isEqualTo(401);
  }
}

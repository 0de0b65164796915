package io.rendezvous.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.RunningService;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import io.rendezvous.testsupport.google.ScriptedOAuth;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class AccountsHttpTest {
  private static final String ACCOUNTS = "/internal/calendar-accounts";
  private static final String CALENDARS = "/internal/calendars";
  private static final String CALLBACK = ACCOUNTS + "/google/callback";
  private static final String SCOPES = "openid,email,calendar.events";
  private static final ScriptedOAuth GOOGLE = ScriptedOAuth.start();
  private static RunningService service;

  private final UserId ana = TestCalls.newUser();

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            TestKafka.bootstrapServers(),
            TestDynamoDb.settings("").endpoint(),
            "accounts-http-",
            "--rendezvous.calendar.google.oauth.client-id=" + ScriptedOAuth.CLIENT,
            "--rendezvous.calendar.google.oauth.client-secret=" + ScriptedOAuth.CLIENT_SECRET,
            "--rendezvous.calendar.google.oauth.redirect-uri=" + ScriptedOAuth.REDIRECT,
            "--rendezvous.calendar.google.oauth.token-uri=" + GOOGLE.uri("/token"),
            "--rendezvous.calendar.google.oauth.revoke-uri=" + GOOGLE.uri("/revoke"),
            "--rendezvous.calendar.google.oauth.scopes=" + SCOPES,
            // There is no calendar, only tokens.
            "--rendezvous.calendar.google.root-url=" + GOOGLE.uri("/"),
            "--rendezvous.calendar.router.listing-time=1s");
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(service::isReady);
  }

  @AfterAll
  static void stop() {
    service.close();
    GOOGLE.close();
  }

  @Test
  void connects_shows_marks_and_forgets_an_account_at_google(CapturedOutput log) throws Exception {
    JsonNode connected = connect("ana-at-google");
    assertThat(connected.get("provider").asString()).isEqualTo("google");
    assertThat(connected.get("label").asString()).isEqualTo("ana-at-google@example.com");
    assertThat(connected.get("status").asString()).isEqualTo("connected");
    assertThat(connected.get("default").asBoolean()).isFalse();
    assertThat(connected).hasSize(7);
    String account = ACCOUNTS + "/" + connected.get("id").asString();
    assertThat(send("PUT", account + "/default").statusCode()).isEqualTo(204);
    JsonNode page = json(send("GET", ACCOUNTS));
    assertThat(page.get("items")).hasSize(1);
    assertThat(page.get("items").get(0).get("default").asBoolean()).isTrue();
    assertThat(page.has("nextCursor")).isTrue();
    assertThat(send("PUT", ACCOUNTS + "/personal/default").statusCode()).isEqualTo(204);
    assertThat(json(send("GET", ACCOUNTS)).get("items").get(0).get("default").asBoolean())
        .isFalse();
    assertThat(send("DELETE", account).statusCode()).isEqualTo(204);
    assertThat(json(send("GET", ACCOUNTS)).get("items")).isEmpty();
    assertProblem(send("DELETE", account), 404, "NOT_FOUND");
    assertThat(log.getAll()).doesNotContain("planted").doesNotContain("ana-at-google");
  }

  @Test
  void lists_all_calendars_and_the_accounts_that_tell_none() throws Exception {
    String account = connect("ana-at-google").get("id").asString();
    JsonNode all = json(send("GET", CALENDARS));
    assertThat(all.has("nextCursor")).isTrue();
    assertThat(all.get("items")).hasSize(1);
    JsonNode own = all.get("items").get(0);
    assertThat(own.get("id").asString()).isEqualTo("personal");
    assertThat(own.get("role").asString()).isEqualTo("owner");
    assertThat(own.get("source").asString()).isEqualTo("embedded");
    assertThat(own.get("default").asBoolean()).isTrue();
    assertThat(own.has("accountId")).isFalse();
    assertThat(all.get("silent"))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                [{"accountId": "%s", "source": "google", "label": "ana-at-google@example.com",
                  "status": "away"}]
                """
                    .formatted(account)));
    assertThat(send("PUT", ACCOUNTS + "/" + account + "/default").statusCode()).isEqualTo(204);
    own = json(send("GET", CALENDARS)).get("items").get(0);
    assertThat(own.get("default").asBoolean()).isFalse();
  }

  @Test
  void tells_when_people_and_calendars_are_busy() throws Exception {
    Instant noon = Instant.parse("2026-11-27T12:00:00Z");
    var text = new EventText("Lunch", null, null, List.of());
    var time = new EventTime(noon, noon.plusSeconds(3600), ZoneId.of("Europe/Paris"));
    TestCalls.done(
        service
            .calendar()
            .create(
                CalendarId.personal(ana),
                TestCalls.newEffect(ana),
                new EventContent(text, time),
                Notify.NOBODY));
    String query =
        "/freebusy?from=2026-11-27T00:00:00Z&to=2026-11-28T00:00:00Z&emails=a@b.example,c@d.example";
    assertThat(json(send("GET", CALENDARS + query)))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"people": [{"email": "a@b.example", "busy": null},
                            {"email": "c@d.example", "busy": null}],
                 "calendars": [{"calendarId": "personal", "busy": [
                   {"start": "2026-11-27T12:00:00Z", "end": "2026-11-27T13:00:00Z"}]}]}
                """));
    assertProblem(send("GET", CALENDARS + "/freebusy?calendar=none"), 404, "NOT_FOUND");
    assertProblem(send("GET", CALENDARS + "/freebusy?from=today"), 400, "VALIDATION_ERROR");
    assertProblem(
        send("GET", CALENDARS + "/freebusy?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z"),
        400,
        "VALIDATION_ERROR");
  }

  @Test
  void tells_where_to_go_and_that_nobody_keeps_it() throws Exception {
    HttpResponse<String> response = send("POST", ACCOUNTS + "/google/authorize");
    assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    JsonNode body = json(response);
    assertThat(body.get("url").asString()).startsWith("https://accounts.google.com/");
    assertThat(body.get("expiresAt").asString()).matches("20.*Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?state=guessed&code=4/x", "?state=guessed&error=access_denied"})
  void an_answer_to_no_question_is_refused(String query) throws Exception {
    assertProblem(service.get(CALLBACK + query, null), 400, "VALIDATION_ERROR");
  }

  @Test
  void nothing_but_the_answer_from_google_is_open_to_everybody() throws Exception {
    assertProblem(service.get(CALLBACK, null), 400, "VALIDATION_ERROR");
    assertProblem(service.get(ACCOUNTS, null), 401, "UNAUTHORIZED");
    assertProblem(service.send("POST", CALLBACK, null, "{}"), 401, "UNAUTHORIZED");
    assertProblem(service.get(CALLBACK + "/x", null), 401, "UNAUTHORIZED");
    for (String path : new String[] {"/google/authorize", "/caldav"}) {
      assertProblem(service.send("POST", ACCOUNTS + path, null, "{}"), 401, "UNAUTHORIZED");
    }
  }

  @Test
  void an_account_of_somebody_else_is_none() throws Exception {
    String id = connect("hers").get("id").asString();
    String bob = RunningService.token(TestCalls.newUser());
    String account = ACCOUNTS + "/" + id;
    assertProblem(service.send("DELETE", account, bob, null), 404, "NOT_FOUND");
    assertProblem(service.send("PUT", account + "/default", bob, null), 404, "NOT_FOUND");
    assertThat(json(service.get(ACCOUNTS, bob)).get("items")).isEmpty();
    assertProblem(
        service.get("/internal/calendars/" + id + ".d29yaw/events", bob), 404, "NOT_FOUND");
    assertThat(json(send("GET", ACCOUNTS)).get("items")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0123456789abcdef", "..%2f", "PERSONAL"})
  void an_account_that_is_none_is_not_found(String id) throws Exception {
    HttpResponse<String> response = send("DELETE", ACCOUNTS + "/" + id);
    assertThat(response.statusCode()).isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; url username password",
        "{\"url\": \"https://dav.example.com/\"}; username password",
        "{\"url\": null, \"username\": \"a\", \"password\": \"b\"}; url"
      })
  void says_what_a_caldav_account_lacks(String body, String fields) throws Exception {
    HttpResponse<String> response = caldav(body);
    assertProblem(response, 400, "VALIDATION_ERROR");
    var found = new StringBuilder();
    Json.MAPPER
        .readTree(response.body())
        .get("errors")
        .forEach(error -> found.append(' ').append(error.get("field").asString()));
    assertThat(found.toString().strip()).isEqualTo(fields);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "[]", "\"text\"", ""})
  void a_body_of_another_form_is_refused(String body) throws Exception {
    assertProblem(caldav(body), 400, "VALIDATION_ERROR");
  }

  @Test
  void an_address_with_a_password_within_is_refused_and_not_repeated(CapturedOutput log)
      throws Exception {
    HttpResponse<String> response =
        caldav(
            """
            {"url": "https://ana:planted-one@dav.example.com/", "username": "ana",
             "password": "planted-two"}
            """);
    assertProblem(response, 400, "VALIDATION_ERROR");
    assertThat(response.body() + log.getAll()).doesNotContain("planted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "https://127.0.0.1:%d/",
        "https://localhost:%d/",
        "https://2130706433:%d/",
        "https://0177.0.0.1:%d/",
        "https://[::1]:%d/",
        "https://[::ffff:127.0.0.1]:%d/",
        "https://0.0.0.0:%d/"
      })
  void an_address_that_leads_inward_is_not_connected_to(String form) throws Exception {
    try (var inward = new ServerSocket(0)) {
      inward.setSoTimeout(1);
      String url = form.formatted(inward.getLocalPort());
      HttpResponse<String> response =
          caldav(
              Json.MAPPER.writeValueAsString(
                  Map.of("url", url, "username", "ana", "password", "secret")));
      assertThat(response.statusCode()).as(response.body()).isIn(400, 503);
      assertThatThrownBy(inward::accept).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(json(send("GET", ACCOUNTS)).get("items")).isEmpty();
  }

  private JsonNode connect(String subject) throws Exception {
    var url = URI.create(json(send("POST", ACCOUNTS + "/google/authorize")).get("url").asString());
    String code = GOOGLE.consent(url, subject, Set.of());
    String state = ScriptedOAuth.form(url.getRawQuery()).get("state");
    return json(
        service.get(
            CALLBACK
                + "?state="
                + state
                + "&scope=email&code="
                + URLEncoder.encode(code, StandardCharsets.UTF_8),
            null));
  }

  private HttpResponse<String> caldav(String body) throws Exception {
    return service.send("POST", ACCOUNTS + "/caldav", RunningService.token(ana), body);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return service.send(method, path, RunningService.token(ana), null);
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.MAPPER.readTree(response.body());
  }

  static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    JsonNode problem = Json.MAPPER.readTree(response.body());
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("type").asString()).startsWith("/problems/");
  }
}

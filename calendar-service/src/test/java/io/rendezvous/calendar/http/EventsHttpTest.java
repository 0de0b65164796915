package io.rendezvous.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.RunningService;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.testsupport.TestKafka;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventsHttpTest {
  private static final String EVENTS = "/internal/calendars/personal/events";
  private static final Instant ONE_PM = Instant.parse("2026-11-27T12:00:00Z");
  private static final byte[] KEY = new byte[32];
  private static RunningService service;

  private final UserId ana = TestCalls.newUser();

  @BeforeAll
  static void start() {
    service = RunningService.start(TestKafka.bootstrapServers(), "events-http-");
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(service::isReady);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void tells_an_event_as_clients_see_it() throws Exception {
    CalendarEvent event = create(ONE_PM);
    HttpResponse<String> response = get(EVENTS + "/" + event.id());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("ETag")).contains("\"" + event.etag() + "\"");
    assertThat(Json.MAPPER.readTree(response.body()))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"id": "%s", "calendarId": "personal", "title": "Déjeuner",
                 "start": "2026-11-27T13:00:00+01:00", "end": "2026-11-27T14:00:00+01:00",
                 "timeZone": "Europe/Paris", "allDay": false,
                 "attendees": [
                   {"email": "ana@example.com", "optional": false, "response": "needsAction"}],
                 "reminders": [], "free": false, "declined": false, "role": "organizer",
                 "etag": "%s", "source": "embedded"}
                """
                    .formatted(event.id(), event.etag())));
  }

  @Test
  void lists_page_by_page() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int hour = 0; hour < 5; hour++) {
      ids.add(create(ONE_PM.plusSeconds(hour * 3600L)).id());
    }
    String query = "?from=2026-11-27T00:00:00%2B01:00&to=2026-11-28T00:00:00Z&limit=2";
    var found = new ArrayList<String>();
    String cursor = "";
    do {
      JsonNode page = json(get(EVENTS + query + cursor));
      page.get("items").forEach(item -> found.add(item.get("id").asString()));
      JsonNode next = page.get("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    assertThat(found).isEqualTo(ids);
  }

  @Test
  void lists_the_next_seven_days_where_nothing_is_asked() throws Exception {
    String soon = create(Instant.now().plusSeconds(3600)).id();
    create(Instant.now().plusSeconds(8 * 24 * 3600));
    create(Instant.now().minusSeconds(2 * 3600));
    JsonNode page = json(get(EVENTS));
    assertThat(page.get("items")).hasSize(1);
    assertThat(page.get("items").get(0).get("id").asString()).isEqualTo(soon);
    assertThat(page.has("nextCursor")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=101",
        "?limit=ten",
        "?cursor=%25",
        "?from=tomorrow",
        "?from=2026-11-27T00:00:00",
        "?from=2026-11-27T00:00:00Z&to=2026-11-27T00:00:00Z",
        "?from=%2B999999999-12-31T00:00:00Z"
      })
  void refuses_parameters_that_mean_nothing(String query) throws Exception {
    HttpResponse<String> response = get(EVENTS + query);
    assertProblem(response, 400, "VALIDATION_ERROR");
  }

  @Test
  void knows_no_other_calendar_event_or_path() throws Exception {
    assertProblem(get("/internal/calendars/work/events"), 404, "NOT_FOUND");
    assertProblem(get(EVENTS + "/none"), 404, "NOT_FOUND");
    assertProblem(get("/internal/nothing"), 404, "NOT_FOUND");
    assertProblem(get("/actuator/env"), 404, "NOT_FOUND");
  }

  @Test
  void shows_nothing_to_another_user() throws Exception {
    CalendarEvent event = create(ONE_PM);
    String token = RunningService.token(TestCalls.newUser());
    assertProblem(service.get(EVENTS + "/" + event.id(), token), 404, "NOT_FOUND");
    assertThat(json(service.get(EVENTS + "?from=2026-11-27T00:00:00Z", token)).get("items"))
        .isEmpty();
  }

  static Stream<String> badTokens() {
    Instant soon = Instant.now().plusSeconds(60);
    byte[] otherKey = new byte[32];
    Arrays.fill(otherKey, (byte) 1);
    String user = "u-ana";
    return Stream.of(
        null,
        "nonsense",
        RunningService.token(user, "rendezvous-api", soon, KEY),
        RunningService.token(user, "calendar-service", soon, otherKey),
        RunningService.token(user, "calendar-service", Instant.now().minusSeconds(90), KEY),
        RunningService.token(user, "calendar-service", null, KEY),
        RunningService.token("Ana", "calendar-service", soon, KEY),
        RunningService.token(null, "calendar-service", soon, KEY));
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void answers_nobody_without_a_valid_token(String token) throws Exception {
    HttpResponse<String> response = service.get(EVENTS, token);
    assertProblem(response, 401, "UNAUTHORIZED");
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void takes_a_token_of_a_clock_that_is_behind() throws Exception {
    String token =
        RunningService.token("u-ana", "calendar-service", Instant.now().minusSeconds(30), KEY);
    assertThat(service.get(EVENTS, token).statusCode()).isEqualTo(200);
  }

  @Test
  void says_what_to_set_where_google_is_not_configured() throws Exception {
    String authorize = "/internal/calendar-accounts/google/authorize";
    HttpResponse<String> response =
        service.send("POST", authorize, RunningService.token(ana), null);
    assertProblem(response, 501, "NOT_CONFIGURED");
    assertThat(response.body())
        .contains("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_REDIRECT_URI");
    String callback = "/internal/calendar-accounts/google/callback?state=s&code=c";
    assertProblem(service.get(callback, null), 501, "NOT_CONFIGURED");
  }

  @Test
  void shows_health_and_metrics_to_everybody() throws Exception {
    assertThat(service.get("/actuator/health", null).statusCode()).isEqualTo(200);
    assertThat(service.get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
    assertThat(service.get("/actuator/prometheus", null).body()).contains("rendezvous_work_open");
  }

  private CalendarEvent create(Instant start) {
    var text =
        new EventText("Déjeuner", null, null, List.of(new Attendee("ana@example.com", null)));
    var time = new EventTime(start, start.plusSeconds(3600), ZoneId.of("Europe/Paris"));
    return TestCalls.done(
            service
                .calendar()
                .create(
                    new CalendarId(ana, CalendarId.PERSONAL),
                    TestCalls.newEffect(ana),
                    new EventContent(text, time),
                    Notify.NOBODY))
        .event();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return service.get(path, RunningService.token(ana));
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.MAPPER.readTree(response.body());
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Json.MAPPER.readTree(response.body());
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asString()).startsWith("/problems/");
  }
}

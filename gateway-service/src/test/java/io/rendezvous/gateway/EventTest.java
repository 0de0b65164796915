package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.wire.Json;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Events that users make, change and delete themselves. */
class EventTest {
  private static final String EVENTS = "/api/v1/calendars/personal/events";
  private static final String EVENT = EVENTS + "/e1";
  private static final String LUNCH =
      "{\"title\":\"Déjeuner\",\"start\":\"2026-11-27T13:00:00+01:00\",\"end\":\"2026-11-27T14:00:00+01:00\"}";
  private static final String VIEW =
      "{\"id\":\"e 1\",\"title\":\"Déjeuner\",\"start\":\"2026-11-27T13:00:00+01:00\",\"end\":\"2026-11-27T14:00:00+01:00\",\"timeZone\":\"Europe/Paris\",\"when\":\"vendredi\",\"attendees\":[]}";
  private static final Decider DECIDER = Decider.shared();
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  private void whenDone(String result) {
    DECIDER.whenActing(
        user,
        asked ->
            new Event.ToolSucceeded(
                asked.call(), asked.ask(), asked.name(), sealed(result), null, false));
  }

  private void whenCreated() {
    whenDone("{\"result\":\"created\",\"event\":" + VIEW + ",\"conflicts\":[]}");
  }

  private void whenUpdated() {
    whenDone(
        "{\"result\":\"updated\",\"before\":%s,\"event\":%s,\"changed\":[\"title\"],\"conflicts\":[]}"
            .formatted(VIEW, VIEW));
  }

  private void whenDeleted() {
    whenDone("{\"result\":\"deleted\",\"event\":" + VIEW + "}");
  }

  private void whenRefused(ToolFailure reason, String message) {
    DECIDER.whenActing(
        user,
        asked ->
            new Event.ToolRefused(
                asked.call(),
                asked.ask(),
                asked.name(),
                reason,
                message == null ? null : sealed(message),
                false));
  }

  private Personal sealed(String text) {
    return Gateway.vault().seal(user, text);
  }

  private HttpResponse<String> create(String body, String... headers) {
    return client.post(EVENTS, body, headers);
  }

  private List<SubmitAction> actions() {
    return DECIDER.received(user).stream().map(SubmitAction.class::cast).toList();
  }

  private JsonNode arguments() {
    return Json.MAPPER.readTree(Gateway.vault().open(user, actions().getLast().arguments()));
  }

  private static String code(HttpResponse<String> answer) {
    return Client.json(answer).get("code").stringValue();
  }

  @Test
  void makes_an_event_as_a_turn_of_the_direct_conversation() {
    whenCreated();
    var answer =
        create(
            """
            {"title":"Déjeuner","start":"2026-11-27T08:00:00-04:00","end":"2026-11-27T13:30:00Z",
            "timeZone":"Europe/Paris","location":"Chez Paul","description":"Menu",
            "attendees":[{"email":"bob@example.com","name":"Bob","optional":true,"response":"accepted"}],
            "recurrence":["RRULE:FREQ=WEEKLY"],"reminders":[{"method":"email","minutesBefore":30}],
            "free":true,"id":"mine","etag":"mine","source":"google"}
            """);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location"))
        .contains("/api/v1/calendars/personal/events/e%201");
    assertThat(answer.headers().firstValue("ETag")).contains("\"v1\"");
    assertThat(answer.headers().firstValue("Idempotency-Key")).isPresent();
    assertThat(Client.json(answer).get("title").stringValue()).isEqualTo("Déjeuner");
    var action = actions().getLast();
    assertThat(action.name()).isEqualTo("create_event");
    assertThat(action.conversation()).isEqualTo(Gateway.marks().mint(user, "direct"));
    assertThat(action.preferences()).isEqualTo(Preferences.DEFAULT.forTools());
    assertThat(arguments())
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"title":"Déjeuner","start":"2026-11-27T13:00","end":"2026-11-27T14:30",
                "timeZone":"Europe/Paris","location":"Chez Paul","description":"Menu",
                "attendees":[{"email":"bob@example.com","name":"Bob","optional":true}],
                "recurrence":["RRULE:FREQ=WEEKLY"],"reminders":[{"email":true,"minutesBefore":30}],
                "free":true,"calendarId":"personal"}
                """));
  }

  @Test
  void takes_times_without_a_zone_where_the_user_is_and_days_as_they_are() {
    whenCreated();
    create("{\"title\":\"a\",\"start\":\"2026-11-27T12:00:00Z\"}");
    assertThat(arguments().get("start").stringValue()).isEqualTo("2026-11-27T13:00");
    assertThat(arguments().has("timeZone")).isFalse();
    create("{\"title\":\"a\",\"start\":\"2026-11-27\",\"end\":\"2026-11-29\",\"allDay\":true}");
    assertThat(arguments().get("start").stringValue()).isEqualTo("2026-11-27");
    // For tools the last day, for clients the day after it.
    assertThat(arguments().get("end").stringValue()).isEqualTo("2026-11-28");
  }

  @Test
  void tells_whom_to_notify() {
    whenCreated();
    client.post(EVENTS + "?notify=true", LUNCH);
    assertThat(arguments().get("notifyAttendees").booleanValue()).isTrue();
    assertThat(client.post(EVENTS + "?notify=yes", LUNCH).statusCode()).isEqualTo(400);
  }

  @Test
  void makes_one_event_for_a_key() {
    whenCreated();
    var first = create(LUNCH, "Idempotency-Key", "k1");
    var again = create(LUNCH, "Idempotency-Key", "k1");
    var other = create(LUNCH.replace("Déjeuner", "Dîner"), "Idempotency-Key", "k1");
    var elsewhere = client.post("/api/v1/calendars/work/events", LUNCH, "Idempotency-Key", "k1");
    var deleted = client.send("DELETE", EVENT, "", "Idempotency-Key", "k1");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(actions().stream().map(SubmitAction::bodyDigest).distinct().toList().getFirst())
        .isEqualTo(actions().getFirst().bodyDigest());
    for (var reused : List.of(other, elsewhere, deleted)) {
      assertThat(reused.statusCode()).isEqualTo(422);
      assertThat(code(reused)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }
    assertThat(actions()).hasSize(1);
  }

  @Test
  void knows_a_repeat_that_only_the_table_has() {
    whenCreated();
    create(LUNCH, "Idempotency-Key", "k1");
    var direct = Gateway.marks().mint(user, "direct");
    Tables.write(user, direct, DECIDER.log(direct));
    try (var late =
        Gateway.start(
            "--rendezvous.tail.projection-group=" + Projected.all(),
            "--rendezvous.calendar-service.url=" + Gateway.calendar().url())) {
      var again = late.client(user).post(EVENTS, LUNCH, "Idempotency-Key", "k1");
      assertThat(again.statusCode()).isEqualTo(201);
    }
    assertThat(actions()).hasSize(1);
  }

  @Test
  void changes_what_is_given_and_empties_what_is_null() {
    whenUpdated();
    var answer =
        client.send(
            "PATCH",
            EVENT + "?scope=following&notify=false",
            "{\"title\":\"Dîner\",\"location\":null,\"attendees\":null,\"recurrence\":[]}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).contains("\"v1\"");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(actions().getLast().name()).isEqualTo("update_event");
    assertThat(arguments())
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"eventId":"e1","scope":"following","title":"Dîner","location":"","attendees":[],
                "recurrence":[],"notifyAttendees":false,"calendarId":"personal"}
                """));
  }

  @Test
  void takes_new_times_in_the_zone_of_the_event() {
    whenUpdated();
    client.send("PATCH", EVENT, "{\"start\":\"2026-11-27T12:00:00Z\"}");
    assertThat(arguments().get("start").stringValue()).isEqualTo("2026-11-27T07:00");
    assertThat(arguments().has("timeZone")).isFalse();
    client.send("PATCH", EVENT, "{\"start\":\"2026-11-27T12:00:00Z\",\"timeZone\":\"Asia/Tokyo\"}");
    assertThat(arguments().get("start").stringValue()).isEqualTo("2026-11-27T21:00");
    assertThat(arguments().get("timeZone").stringValue()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void touches_only_the_version_that_is_meant() {
    whenDeleted();
    var stale = client.send("DELETE", EVENT, "", "If-Match", "\"v0\"");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(code(stale)).isEqualTo("PRECONDITION_FAILED");
    assertThat(actions()).isEmpty();

    assertThat(client.send("DELETE", EVENT, "", "If-Match", "\"v1\"").statusCode()).isEqualTo(204);
    assertThat(arguments().get("etag").stringValue()).isEqualTo("v1");
    assertThat(client.send("DELETE", EVENT, "", "If-Match", "*").statusCode()).isEqualTo(204);
    assertThat(arguments().has("etag")).isFalse();
    whenUpdated();
    client.send("PATCH", EVENT, "{\"title\":\"a\"}", "If-Match", "\"v1\"");
    assertThat(arguments().get("etag").stringValue()).isEqualTo("v1");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND,false,404,NOT_FOUND",
    "CONFLICT,false,409,CONFLICT",
    "CONFLICT,true,412,PRECONDITION_FAILED",
    "INVALID_ARGUMENTS,false,400,VALIDATION_ERROR",
    "UNAUTHORIZED,false,502,RECONNECT_NEEDED",
    "UNAVAILABLE,false,503,CALENDAR_ERROR",
    "INTERNAL,false,500,INTERNAL_ERROR"
  })
  void tells_why_it_was_not_done(ToolFailure reason, boolean ifMatch, int status, String code) {
    whenRefused(reason, "{\"result\":\"failed\",\"reason\":\"r\",\"detail\":\"Too long.\"}");
    var answer =
        ifMatch
            ? client.send("DELETE", EVENT, "", "If-Match", "\"v1\"")
            : client.send("DELETE", EVENT, "");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(code(answer)).isEqualTo(code);
    assertThat(Client.json(answer).get("turnId").stringValue())
        .isEqualTo(actions().getLast().turn().value());
    if (status == 400) {
      assertThat(Client.json(answer).get("detail").stringValue()).isEqualTo("Too long.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"title\":\" \",\"start\":\"2026-11-27\"}",
        "{\"title\":7,\"start\":\"2026-11-27\"}",
        "{\"title\":\"a\"}",
        "{\"title\":\"a\",\"start\":\"2026-11-27T13:00\"}",
        "{\"title\":\"a\",\"start\":\"2026-02-30\"}",
        "{\"title\":\"a\",\"start\":\"+12026-11-27T13:00:00Z\"}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"end\":\"2026-11-27\"}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"end\":\"2026-11-28T00:00:00Z\"}",
        "{\"title\":\"a\",\"start\":\"2026-11-27T13:00:00Z\",\"end\":\"2026-11-27T13:00:00+01:00\"}",
        "{\"title\":\"a\",\"start\":\"2026-11-27T13:00:00Z\",\"allDay\":true}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"allDay\":false}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"timeZone\":\"Mars/Olympus\"}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"attendees\":[{}]}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"attendees\":\"bob\"}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"reminders\":[{\"method\":\"smoke\",\"minutesBefore\":1}]}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"recurrence\":[7]}",
        "{\"title\":\"a\",\"start\":\"2026-11-27\",\"free\":\"yes\"}",
        // Paris shows 02:30 twice on that day; this is the second time.
        "{\"title\":\"a\",\"start\":\"2026-10-25T02:30:00+01:00\"}"
      })
  void refuses_events_that_are_none(String body) {
    var answer = create(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).get("errors")).isNotEmpty();
    assertThat(actions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "start", "end", "timeZone"})
  void keeps_what_every_event_has(String field) {
    var answer = client.send("PATCH", EVENT, "{\"" + field + "\":null}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).get("errors").get(0).get("field").stringValue())
        .isEqualTo(field);
    assertThat(client.send("PATCH", EVENT, "{\"allDay\":true}").statusCode()).isEqualTo(400);
  }

  @Test
  void answers_202_where_it_takes_long() {
    try (var hasty =
        Gateway.start(
            "--rendezvous.actions.longest-wait=100ms",
            "--rendezvous.calendar-service.url=" + Gateway.calendar().url())) {
      var answer = hasty.client(user).post(EVENTS, LUNCH, "Idempotency-Key", "k1");
      assertThat(answer.statusCode()).isEqualTo(202);
      var turn = actions().getLast().turn();
      assertThat(answer.headers().firstValue("Location")).contains("/api/v1/turns/" + turn);
      assertThat(Client.json(answer).get("turnId").stringValue()).isEqualTo(turn.value());
      var running = Client.json(client.get("/api/v1/turns/" + turn));
      assertThat(running.get("status").stringValue()).isEqualTo("running");

      var asked =
          (Event.ToolAsked)
              DECIDER.log(turn.conversation()).stream()
                  .map(entry -> entry.event())
                  .filter(Event.ToolAsked.class::isInstance)
                  .findFirst()
                  .orElseThrow();
      DECIDER.decide(
          user,
          turn,
          new Event.ToolSucceeded(
              asked.call(),
              asked.ask(),
              asked.name(),
              sealed("{\"result\":\"created\",\"event\":" + VIEW + ",\"conflicts\":[]}"),
              new Receipt(Receipt.Kind.CREATED, "work", "e1", "v1", null),
              false),
          new Event.TurnEnded(turn, TurnEndReason.ANSWERED));
      var done = client.post(EVENTS, LUNCH, "Idempotency-Key", "k1");
      assertThat(done.statusCode()).isEqualTo(201);
      assertThat(done.headers().firstValue("Location"))
          .contains("/api/v1/calendars/work/events/e%201");
    }
  }

  @Test
  void tells_that_a_turn_ended_without_a_word_of_the_calendar() {
    try (var hasty = Gateway.start("--rendezvous.actions.max-waiting=0")) {
      hasty.client(user).post(EVENTS, LUNCH, "Idempotency-Key", "k1");
    }
    var turn = actions().getLast().turn();
    DECIDER.decide(user, turn, new Event.TurnEnded(turn, TurnEndReason.DEADLINE));
    var answer = create(LUNCH, "Idempotency-Key", "k1");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(code(answer)).isEqualTo("CALENDAR_ERROR");
  }

  /** Done is done: what cannot be shown is no failure, and nobody makes it a second time. */
  @Test
  void answers_202_where_the_event_cannot_be_read() {
    whenDone(
        "{\"result\":\"created\",\"event\":"
            + VIEW.replace("e 1", "broken")
            + ",\"conflicts\":[]}");
    assertThat(create(LUNCH).statusCode()).isEqualTo(202);
  }

  @Test
  void keeps_the_direct_conversation_out_of_sight() {
    whenCreated();
    create(LUNCH);
    var direct = actions().getLast().conversation();

    assertThat(Client.json(client.get("/api/v1/conversations")).get("items")).isEmpty();
    for (String path : List.of("", "/messages", "/events")) {
      var answer =
          client.get(
              "/api/v1/conversations/" + direct + path,
              "Accept",
              "application/json, text/event-stream");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
    }
    var prompt =
        client.post("/api/v1/prompts", "{\"text\":\"a\",\"conversationId\":\"" + direct + "\"}");
    assertThat(prompt.statusCode()).isEqualTo(404);
    var turn = client.get("/api/v1/turns/" + actions().getLast().turn());
    assertThat(Client.json(turn).get("status").stringValue()).isEqualTo("completed");
    var stranger = gateway.client(Gateway.newUser());
    assertThat(stranger.get("/api/v1/turns/" + actions().getLast().turn()).statusCode())
        .isEqualTo(404);
  }
}

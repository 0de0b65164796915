package io.rendezvous.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.rendezvous.common.id.UserId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private static final String PATH = "/api/v1/calendars/personal/events";
  private static Gateway gateway;

  private final UserId user = Gateway.newUser();
  private final Client client = gateway.client(user);

  @BeforeAll
  static void start() {
    gateway = Gateway.shared();
  }

  @Test
  void hands_on_what_the_calendar_service_says_for_this_user() throws Exception {
    var answer =
        client.get(
            PATH + "?from=2026-11-27T00:00:00%2B01:00&to=b%26limit%3D9&limit=5", "Cookie", "a=b");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"items\":[{\"id\":\"e1\"}],\"nextCursor\":null}");
    var asked = Gateway.calendar().asked().getLast();
    assertThat(asked.uri())
        .isEqualTo(
            "/internal/calendars/personal/events?from=2026-11-27T00%3A00%3A00%2B01%3A00&to=b%26limit%3D9&limit=5");
    var token = SignedJWT.parse(asked.authorization().substring("Bearer ".length()));
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(user.value());
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("calendar-service");
    var lifetime =
        token.getJWTClaimsSet().getExpirationTime().getTime()
            - token.getJWTClaimsSet().getIssueTime().getTime();
    assertThat(lifetime).isEqualTo(60_000);
  }

  @Test
  void keeps_an_id_from_leaving_its_place_in_the_path() {
    client.get(PATH + "/a%3Fuser=x");
    client.get(PATH + "/..%2F..%2Fx");
    client.get(PATH + "/a;b=c");
    assertThat(Gateway.calendar().asked().getLast().uri())
        .isEqualTo("/internal/calendars/personal/events/a%3Fuser%3Dx");
  }

  @Test
  void hands_on_one_event_with_its_version() {
    var answer = client.get(PATH + "/e1");
    assertThat(answer.headers().firstValue("ETag")).contains("\"v1\"");
    assertThat(Gateway.calendar().asked().getLast().uri())
        .isEqualTo("/internal/calendars/personal/events/e1");
  }

  @ParameterizedTest
  @CsvSource({
    "missing,404,NOT_FOUND",
    "wrong,400,VALIDATION_ERROR",
    "revoked,502,RECONNECT_NEEDED",
    "broken,503,CALENDAR_ERROR"
  })
  void tells_what_went_wrong_as_a_problem(String event, int status, String code) {
    var answer = client.get(PATH + "/" + event);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Client.json(answer).get("code").stringValue()).isEqualTo(code);
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void lists_calendars_and_when_people_are_busy() {
    assertThat(client.get("/api/v1/calendars").statusCode()).isEqualTo(200);
    assertThat(Gateway.calendar().asked().getLast().uri()).isEqualTo("/internal/calendars");
    client.get("/api/v1/calendars/freebusy?emails=a%40b.fr&emails=c%40d.fr&calendar=personal");
    assertThat(Gateway.calendar().asked().getLast().uri())
        .isEqualTo("/internal/calendars/freebusy?emails=a%40b.fr%2Cc%40d.fr&calendar=personal");
  }

  @Test
  void hands_on_no_answer_beyond_the_limit() {
    try (var small =
        Gateway.start(
            "--rendezvous.calendar-service.max-answer=10B",
            "--rendezvous.calendar-service.url=" + Gateway.calendar().url())) {
      assertThat(small.client(user).get(PATH).statusCode()).isEqualTo(503);
    }
  }

  @Test
  void answers_503_when_the_service_is_away() {
    try (var alone = Gateway.start("--rendezvous.calendar-service.url=http://localhost:1")) {
      var answer = alone.client(user).get(PATH);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(Client.json(answer).get("code").stringValue()).isEqualTo("CALENDAR_ERROR");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }
}

package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.caldav.ScriptedServer.Answer;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DavClientTest {
  private static final DavClient CLIENT = new DavClient(DavFixture.SETTINGS);

  @Test
  void a_dropped_connection_is_tried_once_more_and_that_is_told() throws Exception {
    try (var server = new ScriptedServer(Answer.NONE, new Answer(200, "x"))) {
      DavAnswer answer =
          done(CLIENT.send(server.account(), DavRequest.delete(server.uri("/a"), "e")));
      assertThat(answer.repeated()).isTrue();
      assertThat(server.asked).containsExactly("DELETE /a", "DELETE /a");
    }
    try (var server = new ScriptedServer()) {
      assertThat(failure(CLIENT.send(server.account(), DavRequest.delete(server.uri("/a"), "e"))))
          .isEqualTo(new CalendarFailure.Unavailable());
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void what_is_put_off_is_asked_again_when_it_is_time() throws Exception {
    try (var server =
        new ScriptedServer(new Answer(503, "", "Retry-After", "0"), new Answer(200, "x"))) {
      DavAnswer answer = done(CLIENT.send(server.account(), DavRequest.get(server.uri("/a"))));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.repeated()).isFalse();
    }
    try (var server = new ScriptedServer(new Answer(429, "", "Retry-After", "3600"))) {
      assertThat(failure(CLIENT.read(server.account(), DavRequest.get(server.uri("/a")))))
          .isEqualTo(new CalendarFailure.Unavailable());
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void is_sent_elsewhere_and_not_in_circles() throws Exception {
    try (var server =
        new ScriptedServer(new Answer(301, "", "Location", "/b"), new Answer(200, "x"))) {
      DavAnswer answer = done(CLIENT.read(server.account(), DavRequest.get(server.uri("/a"))));
      assertThat(answer.uri()).isEqualTo(server.uri("/b"));
    }
    Answer circle = new Answer(302, "", "Location", "/a");
    try (var server = new ScriptedServer(circle, circle, circle, circle, circle)) {
      assertThat(failure(CLIENT.read(server.account(), DavRequest.get(server.uri("/a")))))
          .isInstanceOf(CalendarFailure.Invalid.class);
      assertThat(server.asked).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/", "ftp://example.com/", "file:///etc/passwd", ":"})
  void is_not_sent_to_another_protocol(String elsewhere) throws Exception {
    try (var server = new ScriptedServer(new Answer(302, "", "Location", elsewhere))) {
      DavAnswer answer = done(CLIENT.send(server.account(), DavRequest.get(server.uri("/a"))));
      assertThat(answer.status()).isEqualTo(302);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://localhost/",
        "https://2130706433/",
        "https://[::ffff:10.0.0.1]/",
        "http://example.com/",
        "ftp://example.com/",
        "https://user:password@example.com/",
        "https:///path",
      })
  void goes_nowhere_inward_and_nowhere_without_tls(String address) {
    var client = new DavClient(DavFixture.settings(false));
    var account = new CalDavAccount(URI.create(address), "ana", "secret");
    assertThat(failure(client.send(account, DavRequest.get(account.base()))))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void an_answer_that_is_too_long_is_left() throws Exception {
    try (var server = new ScriptedServer(new Answer(200, "x".repeat((1 << 20) + 1)))) {
      assertThat(failure(CLIENT.read(server.account(), DavRequest.get(server.uri("/a")))))
          .isInstanceOf(CalendarFailure.Invalid.class);
    }
  }

  @Test
  void a_server_that_says_nothing_is_unavailable() throws Exception {
    try (var silent = new ServerSocket(0)) {
      CalDavSettings given = DavFixture.settings(true);
      var impatient =
          new DavClient(
              new CalDavSettings(
                  true,
                  given.connectTimeout(),
                  Duration.ofMillis(200),
                  2,
                  given.longestWait(),
                  3,
                  given.maxAnswerBytes(),
                  given.maxEventBytes(),
                  true,
                  2,
                  20,
                  8,
                  10,
                  given.rememberedFor()));
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
      assertThat(
              failure(impatient.send(new CalDavAccount(uri, "ana", "secret"), DavRequest.get(uri))))
          .isEqualTo(new CalendarFailure.Unavailable());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, Unauthorized",
    "403, Unauthorized",
    "404, NotFound",
    "410, NotFound",
    "400, Invalid",
    "500, Unavailable",
    "502, Unavailable",
  })
  void says_what_an_answer_means(int status, String failure) throws Exception {
    try (var server = new ScriptedServer(new Answer(status, ""))) {
      assertThat(
              failure(CLIENT.read(server.account(), DavRequest.get(server.uri("/a"))))
                  .getClass()
                  .getSimpleName())
          .isEqualTo(failure);
    }
  }

  @Test
  void an_account_says_no_password() {
    assertThat(new CalDavAccount(URI.create("https://example.com/"), "ana", "secret").toString())
        .doesNotContain("secret");
  }
}

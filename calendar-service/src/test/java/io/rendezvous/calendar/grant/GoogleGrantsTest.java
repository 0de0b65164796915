package io.rendezvous.calendar.grant;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.account.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleGrantsTest extends GrantFixture {
  private static final Duration LIFE = Duration.ofSeconds(3599);

  private final GoogleGrants grants = grants();
  private final AccountId account = connected().id();

  @Test
  void gives_out_the_token_that_is_there_until_a_minute_before_its_end() {
    String first = done(grants.accessToken(ana, account));
    clock.pass(LIFE.minusSeconds(61));
    assertThat(done(grants.accessToken(ana, account))).isEqualTo(first);
    assertThat(refreshes()).isZero();
    clock.pass(Duration.ofSeconds(1));
    String second = done(grants.accessToken(ana, account));
    assertThat(second).isNotEqualTo(first);
    assertThat(done(grants().accessToken(ana, account))).isEqualTo(second);
    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  void asks_once_for_a_new_token_however_many_want_it_in_however_many_processes() throws Exception {
    clock.pass(LIFE);
    List<GoogleGrants> processes = List.of(grants(), grants(), grants());
    assertThat(atOnce(120, i -> processes.get(i % 3).accessToken(ana, account)))
        .containsOnly(grants.accessToken(ana, account))
        .allMatch(Outcome.Done.class::isInstance);
    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  void a_token_that_was_refused_is_made_anew_once() throws Exception {
    String refused = done(grants.accessToken(ana, account));
    clock.pass(Duration.ofMinutes(5));
    List<Outcome<String>> renewed = atOnce(50, _ -> grants.renewed(ana, account, refused));
    assertThat(renewed).allMatch(renewed.getFirst()::equals);
    assertThat(done(renewed.getFirst())).isNotEqualTo(refused);
    assertThat(refreshes()).isEqualTo(1);
    assertThat(done(grants().renewed(ana, account, refused))).isEqualTo(done(renewed.getFirst()));
    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  void a_token_that_is_refused_as_soon_as_it_is_made_is_not_made_again_and_again() {
    String token = done(grants.accessToken(ana, account));
    for (int i = 0; i < 20; i++) {
      assertThat(failure(grants.renewed(ana, account, token)))
          .isEqualTo(new CalendarFailure.Unauthorized());
    }
    assertThat(refreshes()).isZero();
  }

  @Test
  void a_grant_that_is_gone_is_asked_for_once_and_then_never_until_connected_again()
      throws Exception {
    google.forgetAll();
    clock.pass(LIFE);
    List<GoogleGrants> processes = List.of(grants(), grants());
    for (int round = 0; round < 3; round++) {
      assertThat(atOnce(60, i -> processes.get(i % 2).accessToken(ana, account)))
          .allSatisfy(it -> assertThat(failure(it)).isEqualTo(new CalendarFailure.Unauthorized()));
      clock.pass(Duration.ofHours(1));
    }
    assertThat(refreshes()).isEqualTo(1);
    assertThat(status(account)).isEqualTo(Account.Status.RECONNECT_NEEDED);
    assertThat(failure(grants.renewed(ana, account, "ya29.old")))
        .isEqualTo(new CalendarFailure.Unauthorized());
    assertThat(refreshes()).isEqualTo(1);
    assertThat(connected().id()).isEqualTo(account);
    assertThat(status(account)).isEqualTo(Account.Status.CONNECTED);
    assertThat(done(grants.accessToken(ana, account))).startsWith("ya29.");
  }

  @Test
  void leaves_google_alone_for_a_while_when_it_was_away() throws Exception {
    clock.pass(LIFE);
    google.script(503, "", Map.of("Retry-After", "20"));
    for (int i = 0; i < 30; i++) {
      assertThat(failure(grants.accessToken(ana, account)))
          .isEqualTo(new CalendarFailure.Unavailable());
    }
    clock.pass(Duration.ofSeconds(19));
    assertThat(failure(grants.accessToken(ana, account)))
        .isEqualTo(new CalendarFailure.Unavailable());
    assertThat(refreshes()).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(grants.accessToken(ana, account)).isInstanceOf(Outcome.Done.class);
    assertThat(refreshes()).isEqualTo(2);
    assertThat(status(account)).isEqualTo(Account.Status.CONNECTED);
  }

  @Test
  void a_wrong_client_of_ours_takes_no_users_grant_away() {
    clock.pass(LIFE);
    google.script(401, "{\"error\": \"invalid_client\"}", Map.of());
    assertThat(failure(grants.accessToken(ana, account)))
        .isEqualTo(new CalendarFailure.Unavailable());
    assertThat(status(account)).isEqualTo(Account.Status.CONNECTED);
    clock.pass(Duration.ofSeconds(60));
    assertThat(grants.accessToken(ana, account)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void keeps_another_refresh_token_where_google_gives_one() {
    google.rotate();
    for (int i = 0; i < 3; i++) {
      clock.pass(LIFE);
      assertThat(grants.accessToken(ana, account)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(
            google.asked().stream().map(form -> form.get("refresh_token")).filter(t -> t != null))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void a_refresh_that_comes_late_does_not_undo_a_new_connection() throws Exception {
    clock.pass(LIFE);
    var held = google.hold();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome<String>> late = threads.submit(() -> grants.accessToken(ana, account));
      Awaitility.await().until(() -> refreshes() == 1);
      connected();
      String fresh = done(grants().accessToken(ana, account));
      held.countDown();
      assertThat(done(late.get())).isEqualTo(fresh);
      assertThat(done(grants.accessToken(ana, account))).isEqualTo(fresh);
    }
  }

  @Test
  void another_takes_over_from_one_that_died_with_the_lease() {
    clock.pass(LIFE);
    var dead = accounts.held(ana, account).orElseThrow();
    assertThat(leases.take(dead, clock.instant().plusSeconds(30))).isTrue();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome<String>> waiting = threads.submit(() -> grants.accessToken(ana, account));
      clock.pass(Duration.ofSeconds(30));
      Awaitility.await().until(waiting::isDone);
      assertThat(waiting.resultNow()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(refreshes()).isEqualTo(1);
  }

  @Test
  void an_endpoint_that_hangs_is_not_waited_for_without_end() {
    clock.pass(LIFE);
    var held = google.hold();
    var impatient = new TokenEndpoint(http, settings(Duration.ofMillis(200)));
    assertThat(failure(grants(impatient).accessToken(ana, account)))
        .isEqualTo(new CalendarFailure.Unavailable());
    held.countDown();
  }

  @Test
  void an_answer_that_stalls_after_its_headers_is_not_waited_for_without_end() {
    clock.pass(LIFE);
    var held = google.holdBody();
    var impatient = new TokenEndpoint(http, settings(Duration.ofMillis(200)));
    assertThat(failure(grants(impatient).accessToken(ana, account)))
        .isEqualTo(new CalendarFailure.Unavailable());
    held.countDown();
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 30, 1, 0, -5})
  void a_token_of_a_short_life_is_used_and_not_made_again_and_again(long seconds) {
    google.live(seconds);
    clock.pass(LIFE);
    assertThat(grants.accessToken(ana, account)).isInstanceOf(Outcome.Done.class);
    assertThat(refreshes()).isEqualTo(1);
    if (seconds > 0) {
      assertThat(grants.accessToken(ana, account)).isInstanceOf(Outcome.Done.class);
      assertThat(refreshes()).isEqualTo(1);
    }
  }

  @Test
  void accounts_of_others_and_of_other_providers_have_no_token() {
    assertThat(failure(grants.accessToken(TestCalls.newUser(), account)))
        .isEqualTo(new CalendarFailure.NotFound());
    Account caldav =
        done(accounts.connect(ana, Provider.CALDAV, "dav", "label", List.of(), new Secret("{}")));
    assertThat(failure(grants.accessToken(ana, caldav.id())))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  private long refreshes() {
    return google.asked("refresh_token");
  }

  private interface IntCall {
    Outcome<String> of(int number);
  }

  private static List<Outcome<String>> atOnce(int times, IntCall call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Outcome<String>>> calls =
          IntStream.range(0, times)
              .<Callable<Outcome<String>>>mapToObj(i -> () -> call.of(i))
              .toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}

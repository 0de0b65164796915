package io.rendezvous.calendar.grant;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.google.ScriptedOAuth;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class GoogleConnectingTest extends GrantFixture {
  private static final String TABLE = PREFIX + "calendar-authorizations";

  @Test
  void sends_the_user_to_google_with_all_that_it_wants() {
    Authorization authorization = connecting.authorize(ana);
    assertThat(authorization.url()).hasHost("accounts.example").hasScheme("https");
    assertThat(authorization.expires()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    Map<String, String> query = ScriptedOAuth.form(authorization.url().getRawQuery());
    assertThat(query)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", ScriptedOAuth.CLIENT)
        .containsEntry("redirect_uri", ScriptedOAuth.REDIRECT)
        .containsEntry("scope", String.join(" ", SCOPES))
        .containsEntry("access_type", "offline")
        .containsEntry("prompt", "consent")
        .containsEntry("code_challenge_method", "S256");
    assertThat(query.get("code_challenge")).matches("[A-Za-z0-9_-]{43}");
    assertThat(query.get("state")).matches("[A-Za-z0-9_-]{43}");
    assertThat(query).doesNotContainKey("client_secret").hasSize(9);
    assertThat(connecting.authorize(ana).url()).isNotEqualTo(authorization.url());
  }

  @Test
  void connects_the_account_of_the_user_who_was_sent() {
    Account account = connected();
    assertThat(account.user()).isEqualTo(ana);
    assertThat(account.label()).isEqualTo("ana-at-google@example.com");
    assertThat(account.status()).isEqualTo(Account.Status.CONNECTED);
    assertThat(account.scopes()).contains("calendar.events", "calendar.list");
    assertThat(accounts.of(ana)).containsExactly(account);
    assertThat(done(grants().accessToken(ana, account.id()))).startsWith("ya29.");
  }

  @Test
  void connecting_again_is_the_same_account_and_another_is_another() {
    Account first = connected();
    assertThat(connected().id()).isEqualTo(first.id());
    connected(ana, "another");
    assertThat(accounts.of(ana)).hasSize(2);
    UserId bob = TestCalls.newUser();
    assertThat(connected(bob, "ana-at-google").id()).isNotEqualTo(first.id());
  }

  @Test
  void an_answer_counts_once_also_when_it_comes_many_times_at_once() throws Exception {
    URI url = connecting.authorize(ana).url();
    String code = google.consent(url, "ana-at-google", Set.of());
    Callable<Outcome<Account>> answer = () -> connecting.connect(state(url), Optional.of(code));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Outcome<Account>> outcomes =
          threads.invokeAll(Stream.generate(() -> answer).limit(20).toList()).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    }
    assertThat(google.asked("authorization_code")).isEqualTo(1);
    assertInvalid(answer.call());
  }

  @Test
  void an_answer_that_comes_too_late_counts_nothing() {
    URI url = connecting.authorize(ana).url();
    String code = google.consent(url, "ana-at-google", Set.of());
    clock.pass(Duration.ofMinutes(10));
    assertInvalid(connecting.connect(state(url), Optional.of(code)));
    assertThat(google.asked()).isEmpty();
    assertThat(accounts.of(ana)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "guessed", "../../x", "0000000000000000000000000000000000000000000"})
  void an_answer_to_no_question_counts_nothing(String state) {
    assertInvalid(connecting.connect(state, Optional.of("4/code")));
    assertThat(google.asked()).isEmpty();
  }

  @Test
  void a_code_that_belongs_to_another_question_is_not_taken() {
    URI hers = connecting.authorize(ana).url();
    URI his = connecting.authorize(TestCalls.newUser()).url();
    String code = google.consent(his, "bob-at-google", Set.of());
    assertInvalid(connecting.connect(state(hers), Optional.of(code)));
    assertThat(accounts.of(ana)).isEmpty();
  }

  @Test
  void a_question_moved_to_another_state_does_not_open() {
    URI hers = connecting.authorize(ana).url();
    URI his = connecting.authorize(TestCalls.newUser()).url();
    var moved = new HashMap<>(row(state(hers)));
    moved.put("state", AttributeValue.fromS(Pkce.challenge(state(his))));
    TestDynamoDb.client().putItem(put -> put.tableName(TABLE).item(moved));
    String code = google.consent(hers, "bob-at-google", Set.of());
    assertInvalid(connecting.connect(state(his), Optional.of(code)));
  }

  @Test
  void neither_state_nor_verifier_nor_user_is_readable_in_the_table() {
    URI url = connecting.authorize(ana).url();
    Map<String, AttributeValue> row = row(state(url));
    assertThat(row.toString()).doesNotContain(state(url)).doesNotContain(ana.value());
    assertThat(row.get("expires").n())
        .isEqualTo(Long.toString(clock.instant().plusSeconds(600).getEpochSecond()));
    assertThat(row).hasSize(4);
  }

  @Test
  void a_refusal_ends_the_question() {
    URI url = connecting.authorize(ana).url();
    assertInvalid(connecting.connect(state(url), Optional.empty()));
    String code = google.consent(url, "ana-at-google", Set.of());
    assertInvalid(connecting.connect(state(url), Optional.of(code)));
    assertThat(google.asked()).isEmpty();
  }

  @Test
  void access_that_is_granted_in_part_connects_nothing() {
    URI url = connecting.authorize(ana).url();
    String code = google.consent(url, "ana-at-google", Set.of("calendar.list"));
    assertThat(assertInvalid(connecting.connect(state(url), Optional.of(code))))
        .contains("calendar.list")
        .doesNotContain("calendar.events");
    assertThat(accounts.of(ana)).isEmpty();
  }

  @Test
  void an_id_token_for_another_client_connects_nothing() {
    google.addressTo("another-client");
    URI url = connecting.authorize(ana).url();
    String code = google.consent(url, "ana-at-google", Set.of());
    assertInvalid(connecting.connect(state(url), Optional.of(code)));
    assertThat(accounts.of(ana)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void says_that_google_is_away(int status) {
    URI url = connecting.authorize(ana).url();
    String code = google.consent(url, "ana-at-google", Set.of());
    google.script(status, "", Map.of());
    assertThat(failure(connecting.connect(state(url), Optional.of(code))))
        .isEqualTo(new CalendarFailure.Unavailable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{}", "[]", "{\"access_token\": 7}", "\"text\""})
  void takes_no_answer_of_another_form(String body) {
    URI url = connecting.authorize(ana).url();
    String code = google.consent(url, "ana-at-google", Set.of());
    google.script(200, body, Map.of());
    assertInvalid(connecting.connect(state(url), Optional.of(code)));
  }

  @Test
  void reads_no_answer_without_end_and_follows_nobody_elsewhere() {
    URI url = connecting.authorize(ana).url();
    google.script(200, "{\"access_token\": \"" + "x".repeat(100_000) + "\"}", Map.of());
    assertThat(failure(connecting.connect(state(url), Optional.of("4/code"))))
        .isEqualTo(new CalendarFailure.Unavailable());
    URI second = connecting.authorize(ana).url();
    google.script(302, "", Map.of("Location", google.uri("/elsewhere").toString()));
    assertInvalid(connecting.connect(state(second), Optional.of("4/code")));
    assertThat(google.asked()).hasSize(2);
  }

  private static String assertInvalid(Outcome<Account> outcome) {
    assertThat(failure(outcome)).isInstanceOf(CalendarFailure.Invalid.class);
    return ((CalendarFailure.Invalid) failure(outcome)).reason();
  }

  private static Map<String, AttributeValue> row(String state) {
    return TestDynamoDb.client()
        .getItem(
            get ->
                get.tableName(TABLE)
                    .key(Map.of("state", AttributeValue.fromS(Pkce.challenge(state)))))
        .item();
  }
}

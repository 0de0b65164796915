package io.rendezvous.calendar.grant;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.account.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisconnectingTest extends GrantFixture {
  private final AccountId account = connected().id();

  @Test
  void gives_the_grant_back_and_forgets_the_account() {
    done(disconnecting.disconnect(ana, account));
    assertThat(google.asked().getLast()).containsOnlyKeys("token");
    assertThat(google.asked().getLast().get("token")).startsWith("1//");
    assertThat(accounts.of(ana)).isEmpty();
    assertThat(failure(grants().accessToken(ana, account)))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(failure(disconnecting.disconnect(ana, account)))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void forgets_an_account_whose_grant_is_gone_already() {
    google.forgetAll();
    done(disconnecting.disconnect(ana, account));
    assertThat(accounts.of(ana)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500, ''", "503, ''", "429, ''", "400, '{\"error\": \"invalid_request\"}'"})
  void keeps_an_account_whose_grant_cannot_be_given_back(int status, String body) {
    google.script(status, body, Map.of());
    assertThat(failure(disconnecting.disconnect(ana, account)))
        .isEqualTo(new CalendarFailure.Unavailable());
    assertThat(accounts.of(ana)).hasSize(1);
    done(disconnecting.disconnect(ana, account));
    assertThat(accounts.of(ana)).isEmpty();
  }

  @Test
  void keeps_an_account_while_google_does_not_answer() {
    var held = google.hold();
    var impatient = new TokenEndpoint(http, settings(Duration.ofMillis(200)));
    assertThat(failure(new Disconnecting(accounts, impatient).disconnect(ana, account)))
        .isEqualTo(new CalendarFailure.Unavailable());
    assertThat(accounts.of(ana)).hasSize(1);
    held.countDown();
  }

  @Test
  void nobody_else_can_disconnect_it() {
    assertThat(failure(disconnecting.disconnect(TestCalls.newUser(), account)))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(accounts.of(ana)).hasSize(1);
  }

  @Test
  void google_is_not_asked_about_an_account_elsewhere() {
    Account caldav =
        done(accounts.connect(ana, Provider.CALDAV, "dav", "label", List.of(), new Secret("{}")));
    int asked = google.asked().size();
    done(disconnecting.disconnect(ana, caldav.id()));
    assertThat(google.asked()).hasSize(asked);
    assertThat(accounts.of(ana)).extracting(Account::id).containsExactly(account);
  }
}

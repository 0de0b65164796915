package io.rendezvous.calendar.account;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.StandInCalendar;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.TestClock;
import io.rendezvous.common.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalDavConnectingTest {
  private static final String URL = "https://dav.example.com/ana/";

  private final Accounts accounts = TestAccounts.open("caldav-connecting-", new TestClock());
  private final CalDavLogins logins = new CalDavLogins(accounts);
  private final List<CalDavAccount> asked = new ArrayList<>();
  private final Server server = new Server();
  private final CalDavConnecting connecting =
      new CalDavConnecting(accounts, logins, () -> Optional.of(server));
  private final UserId ana = TestCalls.newUser();

  /** Knows one password. */
  private final class Server extends StandInCalendar {
    @Override
    public Outcome<List<CalendarInfo>> calendars(UserId user, AccountId account) {
      return logins
          .find(user, account)
          .then(
              login -> {
                asked.add(login);
                return login.password().equals("right")
                    ? new Outcome.Done<>(List.of(calendar(user, account)))
                    : new Outcome.Failed<>(new CalendarFailure.Unauthorized());
              });
    }

    private static CalendarInfo calendar(UserId user, AccountId account) {
      var id = CalendarId.of(user, account, "/ana/");
      return new CalendarInfo(id, "Ana", null, CalendarInfo.AccessRole.OWNER, true);
    }
  }

  @Test
  void keeps_an_account_that_has_shown_its_calendars() {
    Account account = done(connecting.connect(ana, URL, "ana", "right"));
    assertThat(account.label()).isEqualTo("ana (dav.example.com)");
    CalDavAccount login = done(logins.find(ana, account.id()));
    assertThat(login.base()).hasToString(URL);
    assertThat(login.username()).isEqualTo("ana");
    assertThat(login.password()).isEqualTo("right");
    assertThat(failure(logins.find(TestCalls.newUser(), account.id())))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void keeps_nothing_of_an_account_that_the_server_refuses() {
    assertThat(failure(connecting.connect(ana, URL, "ana", "wrong")))
        .isInstanceOfSatisfying(
            CalendarFailure.Invalid.class,
            invalid -> assertThat(invalid.reason()).contains("refused").doesNotContain("wrong"));
    assertThat(accounts.of(ana)).isEmpty();
  }

  @Test
  void a_wrong_password_leaves_the_one_that_is_kept() {
    Account account = done(connecting.connect(ana, URL, "ana", "right"));
    failure(connecting.connect(ana, URL, "ana", "wrong"));
    assertThat(done(logins.find(ana, account.id())).password()).isEqualTo("right");
    assertThat(done(connecting.connect(ana, URL, "ana", "right")).id()).isEqualTo(account.id());
    assertThat(accounts.of(ana)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "file:///etc/passwd",
        "ftp://dav.example.com/",
        "https:///ana/",
        "https://ana:secret@dav.example.com/",
        "https://dav.example.com/#here",
        "https://dav.example.com/?to=there",
        "https://dav.example.com/\r\nX: y",
        "//dav.example.com/"
      })
  void asks_no_address_of_another_form(String url) {
    assertThat(failure(connecting.connect(ana, url, "ana", "right")))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void asks_no_server_where_there_is_no_room_for_another() {
    for (int i = 0; i < TestAccounts.MOST; i++) {
      done(connecting.connect(ana, URL, "ana" + i, "right"));
    }
    asked.clear();
    assertThat(failure(connecting.connect(ana, URL, "beyond", "right")))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void keeps_nothing_that_it_cannot_try() {
    var without = new CalDavConnecting(accounts, logins, Optional::empty);
    assertThat(failure(without.connect(ana, URL, "ana", "right")))
        .isEqualTo(new CalendarFailure.Unavailable());
    assertThat(accounts.of(ana)).isEmpty();
  }

  @Test
  void an_account_that_no_key_opens_must_be_connected_again() {
    Account account = done(connecting.connect(ana, URL, "ana", "right"));
    Accounts otherKeys =
        TestAccounts.open("caldav-connecting-", new TestClock(), TestAccounts.keys(2));
    assertThat(failure(new CalDavLogins(otherKeys).find(ana, account.id())))
        .isEqualTo(new CalendarFailure.Unauthorized());
  }
}

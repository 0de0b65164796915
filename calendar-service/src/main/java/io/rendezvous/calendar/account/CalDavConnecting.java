package io.rendezvous.calendar.account;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Connects CalDAV accounts: kept is only what has shown its calendars. */
public final class CalDavConnecting {
  private static final int LONGEST = 500;

  private final Accounts accounts;
  private final CalDavLogins logins;
  private final Supplier<Optional<Calendar>> adapter;

  CalDavConnecting(Accounts accounts, CalDavLogins logins, Supplier<Optional<Calendar>> adapter) {
    this.accounts = accounts;
    this.logins = logins;
    this.adapter = adapter;
  }

  /**
   * Connects an account, or the same one again with another password.
   *
   * @return Invalid with what is wrong, Unavailable where the server cannot be asked now
   */
  public Outcome<Account> connect(UserId user, String url, String username, String password) {
    if (username.isBlank()
        || username.length() > LONGEST
        || password.isEmpty()
        || password.length() > LONGEST) {
      return invalid("The username and the password must have 1 to " + LONGEST + " characters.");
    }
    return CalDavAddress.parse(url)
        .then(address -> connect(user, new CalDavLogin(address, username, password)));
  }

  private Outcome<Account> connect(UserId user, CalDavLogin login) {
    String name = login.url() + " " + login.username();
    AccountId id = Accounts.id(user, Provider.CALDAV, name);
    Outcome<Boolean> room =
        accounts.find(user, id).isPresent() ? new Outcome.Done<>(true) : accounts.room(user);
    return room.then(_ -> logins.trying(user, login, trial -> calendars(user, trial)))
        .then(
            _ ->
                accounts.connect(
                    user, Provider.CALDAV, name, label(login), List.of(), login.secret()));
  }

  private Outcome<List<CalendarInfo>> calendars(UserId user, AccountId id) {
    Optional<Calendar> calendar = adapter.get();
    if (calendar.isEmpty()) {
      return new Outcome.Failed<>(new CalendarFailure.Unavailable());
    }
    return switch (calendar.get().calendars(user, id)) {
      case Outcome.Done<List<CalendarInfo>>(var found) when found.isEmpty() -> nothing();
      case Outcome.Done<List<CalendarInfo>> found -> found;
      case Outcome.Failed<List<CalendarInfo>>(CalendarFailure.Unauthorized _) ->
          invalid("The server refused the username or the password.");
      case Outcome.Failed<List<CalendarInfo>>(CalendarFailure.NotFound _) -> nothing();
      case Outcome.Failed<List<CalendarInfo>> failed -> failed;
    };
  }

  private static <T> Outcome<T> nothing() {
    return invalid("There is no calendar at this address.");
  }

  private static String label(CalDavLogin login) {
    URI url = login.url();
    return login.username() + " (" + url.getHost() + ")";
  }

  private static <T> Outcome<T> invalid(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}

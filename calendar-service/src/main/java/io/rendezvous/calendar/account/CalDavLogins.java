package io.rendezvous.calendar.account;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalDavAccount;
import io.rendezvous.calendar.CalDavAccounts;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds what opens CalDAV accounts: of those that are kept, and of those that are being tried. */
final class CalDavLogins implements CalDavAccounts {
  private record Key(UserId user, AccountId account) {}

  private final Accounts accounts;
  private final Map<Key, CalDavLogin> tried = new ConcurrentHashMap<>();

  CalDavLogins(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Outcome<CalDavAccount> find(UserId user, AccountId account) {
    CalDavLogin onTrial = tried.get(new Key(user, account));
    return onTrial != null
        ? new Outcome.Done<>(onTrial.account())
        : accounts
            .held(user, account)
            .filter(held -> held.account().provider() == Provider.CALDAV)
            .map(CalDavLogins::opened)
            .orElseGet(() -> new Outcome.Failed<>(new CalendarFailure.NotFound()));
  }

  /** Does something with an account that there is only meanwhile. */
  <T> T trying(UserId user, CalDavLogin login, Function<AccountId, T> trial) {
    var account = new AccountId(Ids.derive("trial", UUID.randomUUID().toString()));
    var key = new Key(user, account);
    tried.put(key, login);
    try {
      return trial.apply(account);
    } finally {
      tried.remove(key);
    }
  }

  private static Outcome<CalDavAccount> opened(Held held) {
    Secret secret = held.secret();
    return secret == null || held.account().status() == Account.Status.RECONNECT_NEEDED
        ? new Outcome.Failed<>(new CalendarFailure.Unauthorized())
        : new Outcome.Done<>(CalDavLogin.of(secret).account());
  }
}

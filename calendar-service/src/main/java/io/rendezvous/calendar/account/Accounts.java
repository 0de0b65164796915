package io.rendezvous.calendar.account;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The accounts of all users. */
public final class Accounts {
  /** How often a mark is set while accounts come and go. */
  private static final int MARK_ATTEMPTS = 10;

  /** What names the account at its provider stays with it, so connecting again is the same one. */
  private static final String CONNECT =
      "SET #provider = :provider, #label = :label, #secret = :secret, #key = :key,"
          + " #version = :next, #status = :status, #scopes = :scopes,"
          + " #default = if_not_exists(#default, :default),"
          + " #created = if_not_exists(#created, :created), #shard = :shard, #lookAt = :lookAt"
          + " REMOVE #lease, #retryAt, #failures";

  private static final Comparator<Account> ORDER =
      Comparator.comparing((Account account) -> !account.isDefault())
          .thenComparing(Account::created)
          .thenComparing(account -> account.id().value());

  private final AccountTable table;
  private final AccountItems items;
  private final Resealer resealer;
  private final AccountSettings limits;
  private final InstantSource clock;

  Accounts(
      AccountTable table,
      AccountItems items,
      Resealer resealer,
      AccountSettings limits,
      InstantSource clock) {
    this.table = table;
    this.items = items;
    this.resealer = resealer;
    this.limits = limits;
    this.clock = clock;
  }

  public Optional<Account> find(UserId user, AccountId account) {
    return table.find(user, account).map(items::account);
  }

  /** A user's accounts, the default one first, then the oldest. */
  public List<Account> of(UserId user) {
    return table.of(user).stream().map(items::account).sorted(ORDER).toList();
  }

  /** The account with what opens it, which is sealed anew where another key has sealed it. */
  public Optional<Held> held(UserId user, AccountId account) {
    Optional<Map<String, AttributeValue>> item = table.find(user, account);
    item.ifPresent(resealer::isInUse);
    return item.map(items::held);
  }

  /** Invalid where the user has as many accounts as one may have, and this is another. */
  public Outcome<Boolean> room(UserId user) {
    return table.of(user).size() < limits.maxPerUser() ? new Outcome.Done<>(true) : full();
  }

  /**
   * Connects an account, or the same one again: then it keeps its id and its place.
   *
   * @param name tells it from others of the provider, for good
   * @return Invalid where the user has too many
   */
  public Outcome<Account> connect(
      UserId user,
      Provider provider,
      String name,
      String label,
      List<String> scopes,
      Secret secret) {
    AccountId id = id(user, provider, name);
    Instant now = clock.instant();
    var account =
        new Account(user, id, provider, label, Account.Status.CONNECTED, false, scopes, now);
    boolean isNew = table.find(user, id).isEmpty();
    Map<String, AttributeValue> item = table.write(user, id, CONNECT, values(account, secret));
    // Counted afterwards: of several at once none sees too few.
    if (isNew && table.of(user).size() > limits.maxPerUser()) {
      table.delete(user, id);
      return full();
    }
    return new Outcome.Done<>(items.account(item));
  }

  /** The id that an account has, or will have. */
  static AccountId id(UserId user, Provider provider, String name) {
    return new AccountId(Ids.derive("account", user.value(), provider.word(), name));
  }

  /** Whether there was one. */
  public boolean remove(UserId user, AccountId account) {
    return table.delete(user, account);
  }

  /**
   * Makes an account the default one, in place of any other.
   *
   * @param account empty for the calendar of our own
   * @return NotFound where there is no such account
   */
  public Outcome<Boolean> makeDefault(UserId user, Optional<AccountId> account) {
    for (int attempt = 1; attempt <= MARK_ATTEMPTS; attempt++) {
      List<AccountId> all = table.of(user).stream().map(AccountItems::id).toList();
      if (account.isPresent() && !all.contains(account.get())) {
        return new Outcome.Failed<>(new CalendarFailure.NotFound());
      }
      if (table.mark(user, all, account)) {
        return new Outcome.Done<>(true);
      }
    }
    return new Outcome.Failed<>(new CalendarFailure.Unavailable());
  }

  private Map<String, AttributeValue> values(Account account, Secret secret) {
    SealedSecret sealed = items.seal(account, secret);
    return Map.ofEntries(
        Map.entry(":provider", AccountItems.text(account.provider().word())),
        Map.entry(":label", items.label(account.user(), account.label())),
        Map.entry(":secret", AttributeValue.fromB(sealed.bytes())),
        Map.entry(":key", AccountItems.number(sealed.key())),
        Map.entry(":next", AccountItems.text(AccountItems.newVersion())),
        Map.entry(":status", AccountItems.text(account.status().word())),
        Map.entry(":scopes", AccountItems.scopes(account.scopes())),
        Map.entry(":default", AttributeValue.fromBool(account.isDefault())),
        Map.entry(":created", AccountItems.number(account.created().getEpochSecond())),
        Map.entry(":shard", AccountItems.number(Looks.shard(account.user()))),
        Map.entry(":lookAt", AccountItems.number(clock.millis())));
  }

  private <T> Outcome<T> full() {
    return new Outcome.Failed<>(
        new CalendarFailure.Invalid(
            "A user has at most " + limits.maxPerUser() + " calendar accounts."));
  }
}

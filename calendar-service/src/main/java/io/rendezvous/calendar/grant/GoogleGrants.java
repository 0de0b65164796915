package io.rendezvous.calendar.grant;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Grants;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.Held;
import io.rendezvous.calendar.account.Leases;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.account.Secret;
import io.rendezvous.common.id.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives out access tokens, and gets a new one where the old one is at its end: once, however many
 * ask for it in however many processes.
 */
final class GoogleGrants implements Grants {
  private record Wish(UserId user, AccountId account, @Nullable String refused) {}

  private final Accounts accounts;
  private final Leases leases;
  private final Refreshing refreshing;
  private final OAuthSettings settings;
  private final InstantSource clock;
  private final SingleFlight<Wish, Outcome<String>> flights = new SingleFlight<>();

  GoogleGrants(
      Accounts accounts,
      Leases leases,
      Refreshing refreshing,
      OAuthSettings settings,
      InstantSource clock) {
    this.accounts = accounts;
    this.leases = leases;
    this.refreshing = refreshing;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Outcome<String> accessToken(UserId user, AccountId account) {
    return token(new Wish(user, account, null));
  }

  @Override
  public Outcome<String> renewed(UserId user, AccountId account, String refused) {
    return token(new Wish(user, account, refused));
  }

  private Outcome<String> token(Wish wish) {
    Optional<Held> held = read(wish);
    return known(wish, held).orElseGet(() -> flights.join(wish, () -> refreshed(wish)));
  }

  /** Whoever comes second to the lease waits until the first one's token is there. */
  private Outcome<String> refreshed(Wish wish) {
    long looks = settings.lease().dividedBy(settings.leasePoll()) + 1;
    for (long look = 1; look <= looks && !Thread.currentThread().isInterrupted(); look++) {
      Optional<Held> held = read(wish);
      Optional<Outcome<String>> known = known(wish, held);
      if (known.isPresent()) {
        return known.get();
      }
      if (leases.take(held.orElseThrow(), clock.instant().plus(settings.lease()))) {
        Optional<String> fresh = refreshing.refresh(held.orElseThrow());
        if (fresh.isPresent()) {
          return new Outcome.Done<>(fresh.get());
        }
      } else {
        LockSupport.parkNanos(settings.leasePoll().toNanos());
      }
    }
    return failed(new CalendarFailure.Unavailable());
  }

  private Optional<Held> read(Wish wish) {
    return accounts
        .held(wish.user(), wish.account())
        .filter(held -> held.account().provider() == Provider.GOOGLE);
  }

  /** What is to be said of the account as it is; empty where a new token is needed first. */
  private Optional<Outcome<String>> known(Wish wish, Optional<Held> found) {
    if (found.isEmpty()) {
      return Optional.of(failed(new CalendarFailure.NotFound()));
    }
    Held held = found.get();
    Secret secret = held.secret();
    if (secret == null || held.account().status() == Account.Status.RECONNECT_NEEDED) {
      return Optional.of(failed(new CalendarFailure.Unauthorized()));
    }
    Tokens tokens = Tokens.of(secret);
    boolean refused = tokens.accessToken().equals(wish.refused());
    if (!refused && tokens.isGood(clock.instant(), settings.leeway())) {
      return Optional.of(new Outcome.Done<>(tokens.accessToken()));
    }
    // A token that is refused as soon as it is made would be made for ever.
    if (refused && clock.instant().isBefore(tokens.issued().plus(settings.renewPause()))) {
      return Optional.of(failed(new CalendarFailure.Unauthorized()));
    }
    return clock.instant().isBefore(held.retryAt())
        ? Optional.of(failed(new CalendarFailure.Unavailable()))
        : Optional.empty();
  }

  private static Outcome<String> failed(CalendarFailure failure) {
    return new Outcome.Failed<>(failure);
  }
}

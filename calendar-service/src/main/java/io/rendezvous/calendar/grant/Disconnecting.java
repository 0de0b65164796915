package io.rendezvous.calendar.grant;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.Held;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.account.Secret;
import io.rendezvous.common.id.UserId;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an account back: first the grant, then what is kept of it. */
public final class Disconnecting {
  private static final Logger LOG = LoggerFactory.getLogger(Disconnecting.class);

  /** What Google says of a token that is no more. */
  private static final Set<String> GONE = Set.of("invalid_token", "invalid_grant");

  private final Accounts accounts;
  private final TokenEndpoint endpoint;

  Disconnecting(Accounts accounts, TokenEndpoint endpoint) {
    this.accounts = accounts;
    this.endpoint = endpoint;
  }

  /**
   * Removes an account. What was not finished with it never is.
   *
   * @return the account as it was; NotFound where there is none, Unavailable where its provider
   *     cannot take the grant back now: then it stays
   */
  public Outcome<Account> disconnect(UserId user, AccountId id) {
    Optional<Held> held = accounts.held(user, id);
    if (held.isEmpty()) {
      return new Outcome.Failed<>(new CalendarFailure.NotFound());
    }
    if (!isGivenBack(held.get())) {
      return new Outcome.Failed<>(new CalendarFailure.Unavailable());
    }
    return accounts.remove(user, id)
        ? new Outcome.Done<>(held.get().account())
        : new Outcome.Failed<>(new CalendarFailure.NotFound());
  }

  private boolean isGivenBack(Held held) {
    if (held.account().provider() != Provider.GOOGLE) {
      return true;
    }
    Secret secret = held.secret();
    if (secret == null) {
      LOG.warn("The grant of {} cannot be given back, since no key opens it", held.account());
      return true;
    }
    return switch (endpoint.revoke(Tokens.of(secret).refreshToken())) {
      case TokenAnswer.Ended _, TokenAnswer.Granted _ -> true;
      case TokenAnswer.Refused(String error) -> GONE.contains(error);
      case TokenAnswer.Away _ -> false;
    };
  }
}

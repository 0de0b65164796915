package io.rendezvous.calendar.grant;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.calendar.account.Held;
import io.rendezvous.calendar.account.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a new access token for an account, and writes down what came of it. */
final class Refreshing {
  private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);
  private static final String INVALID_GRANT = "invalid_grant";

  private enum Result {
    REFRESHED,
    LOST,
    UNAVAILABLE
  }

  private final Leases leases;
  private final TokenEndpoint endpoint;
  private final OAuthSettings settings;
  private final InstantSource clock;
  private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

  Refreshing(
      Leases leases,
      TokenEndpoint endpoint,
      OAuthSettings settings,
      InstantSource clock,
      MeterRegistry meters) {
    this.leases = leases;
    this.endpoint = endpoint;
    this.settings = settings;
    this.clock = clock;
    for (Result result : Result.values()) {
      String word = result.name().toLowerCase(Locale.ROOT);
      counters.put(result, meters.counter("rendezvous.grant.refreshes", "result", word));
    }
  }

  /**
   * For whoever has the lease; nothing is written where the account has changed meanwhile.
   *
   * @return the new token; empty where there is none, or another way to have one
   */
  Optional<String> refresh(Held held) {
    if (!settings.missing().isEmpty()) {
      return unavailable(held, settings.maxRetryPause());
    }
    Tokens old = Tokens.of(requireNonNull(held.secret(), "secret"));
    return switch (endpoint.refresh(old.refreshToken())) {
      case TokenAnswer.Granted granted -> {
        count(Result.REFRESHED);
        yield leases.keep(held, renewed(old, granted).secret())
            ? Optional.of(granted.accessToken())
            : Optional.empty();
      }
      case TokenAnswer.Refused(String error) when error.equals(INVALID_GRANT) -> {
        leases.lose(held);
        count(Result.LOST);
        LOG.info("The grant of {} is gone; its user must connect it again", held.account());
        yield Optional.empty();
      }
      // Of all other refusals the client is the reason, not the user.
      case TokenAnswer.Refused _, TokenAnswer.Ended _ ->
          unavailable(held, settings.maxRetryPause());
      case TokenAnswer.Away(Duration retryAfter) -> unavailable(held, retryAfter);
    };
  }

  private Tokens renewed(Tokens old, TokenAnswer.Granted granted) {
    Instant now = clock.instant();
    return new Tokens(
        requireNonNullElse(granted.refreshToken(), old.refreshToken()),
        granted.accessToken(),
        now,
        now.plus(granted.life()));
  }

  private Optional<String> unavailable(Held held, Duration pause) {
    leases.postpone(held, clock.instant().plus(pause));
    count(Result.UNAVAILABLE);
    return Optional.empty();
  }

  private void count(Result result) {
    requireNonNull(counters.get(result)).increment();
  }
}

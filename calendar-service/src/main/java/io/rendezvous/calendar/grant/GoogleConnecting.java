package io.rendezvous.calendar.grant;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.common.id.UserId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Connects accounts at Google: sends the user there, and takes what comes back. */
public final class GoogleConnecting {
  private final Accounts accounts;
  private final PendingTable pending;
  private final TokenEndpoint endpoint;
  private final OAuthSettings settings;
  private final InstantSource clock;

  GoogleConnecting(
      Accounts accounts,
      PendingTable pending,
      TokenEndpoint endpoint,
      OAuthSettings settings,
      InstantSource clock) {
    this.accounts = accounts;
    this.pending = pending;
    this.endpoint = endpoint;
    this.settings = settings;
    this.clock = clock;
  }

  /** The variables that are not set and without which nothing can be connected. */
  public List<String> missing() {
    return settings.missing();
  }

  /** Where to send the user; Google answers to the redirect URI within the state's life. */
  public Authorization authorize(UserId user) {
    String state = Pkce.random();
    String verifier = Pkce.random();
    Instant expires = clock.instant().plus(settings.stateLife());
    pending.put(state, new Pending(user, verifier), expires);
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", requireNonNull(settings.clientId(), "clientId"));
    query.put("redirect_uri", requireNonNull(settings.redirectUri(), "redirectUri"));
    query.put("scope", String.join(" ", settings.scopes()));
    query.put("state", state);
    query.put("code_challenge", Pkce.challenge(verifier));
    query.put("code_challenge_method", "S256");
    query.put("access_type", "offline");
    // Without it Google gives a refresh token the first time only.
    query.put("prompt", "consent");
    return new Authorization(URI.create(settings.authUri() + "?" + encode(query)), expires);
  }

  /**
   * Takes Google's answer; whom it is about is known by the state alone, which counts once.
   *
   * @return Invalid with what is wrong, Unavailable where Google cannot be asked now: then the user
   *     must be sent there anew
   */
  public Outcome<Account> connect(String state, Optional<String> code) {
    Optional<Pending> asked = pending.take(state, clock.instant());
    if (asked.isEmpty()) {
      return invalid("This answer was given before, or too late; connect the account anew.");
    }
    if (code.isEmpty()) {
      return invalid("Access was not granted.");
    }
    return switch (endpoint.exchange(code.get(), asked.get().verifier())) {
      case TokenAnswer.Granted granted -> connect(asked.get().user(), granted);
      case TokenAnswer.Refused _, TokenAnswer.Ended _ ->
          invalid("Google does not take this answer; connect the account anew.");
      case TokenAnswer.Away _ -> new Outcome.Failed<>(new CalendarFailure.Unavailable());
    };
  }

  private Outcome<Account> connect(UserId user, TokenAnswer.Granted granted) {
    String refreshToken = granted.refreshToken();
    Optional<Identity> identity = Identity.of(granted.idToken(), settings.clientId());
    if (refreshToken == null || identity.isEmpty()) {
      return invalid("Google does not say whose account it is; connect the account anew.");
    }
    List<String> lacking =
        settings.scopes().stream().filter(scope -> !isIn(scope, granted.scopes())).toList();
    if (!lacking.isEmpty()) {
      return invalid("Access was granted in part only; lacking: " + String.join(" ", lacking));
    }
    Instant now = clock.instant();
    var tokens = new Tokens(refreshToken, granted.accessToken(), now, now.plus(granted.life()));
    return accounts.connect(
        user,
        Provider.GOOGLE,
        identity.get().subject(),
        identity.get().email(),
        granted.scopes(),
        tokens.secret());
  }

  /** Google writes some scopes otherwise than they are asked for. */
  private static boolean isIn(String scope, List<String> granted) {
    return granted.contains(scope)
        || granted.contains("https://www.googleapis.com/auth/userinfo." + scope);
  }

  private static String encode(Map<String, String> query) {
    return query.entrySet().stream()
        .map(
            part ->
                part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Outcome<Account> invalid(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}

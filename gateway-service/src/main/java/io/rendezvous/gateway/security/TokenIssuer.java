package io.rendezvous.gateway.security;

import io.rendezvous.common.id.UserId;
import java.time.Duration;

/** Issues the access tokens that this gateway accepts. */
public final class TokenIssuer {
  static final String AUDIENCE = "rendezvous-api";

  private final Tokens tokens;

  TokenIssuer(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A token that lets its bearer act as this user for that long. */
  public String issue(UserId user, Duration lifetime) {
    return tokens.issue(user, lifetime);
  }
}

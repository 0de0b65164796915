package io.rendezvous.gateway.security;

import io.rendezvous.common.id.UserId;
import java.time.Duration;

/** Tells the calendar service for whom this gateway asks. */
public final class ServiceTokens {
  static final String AUDIENCE = "calendar-service";
  private static final Duration LIFETIME = Duration.ofSeconds(60);

  private final Tokens tokens;

  ServiceTokens(Tokens tokens) {
    this.tokens = tokens;
  }

  public String issue(UserId user) {
    return tokens.issue(user, LIFETIME);
  }
}

package io.rendezvous.calendar.grant;

import io.rendezvous.calendar.account.Secret;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.time.Instant;

/** What Google gave for an account, as it is kept sealed; never printed. */
record Tokens(String refreshToken, String accessToken, Instant issued, Instant expires) {
  static Tokens of(Secret secret) {
    return Json.MAPPER.readValue(secret.text(), Tokens.class);
  }

  Secret secret() {
    return new Secret(Json.MAPPER.writeValueAsString(this));
  }

  /** A short life is used by half: else one shorter than the leeway would be none. */
  boolean isGood(Instant now, Duration leeway) {
    Duration half = Duration.between(issued, expires).dividedBy(2);
    return now.isBefore(expires.minus(leeway.compareTo(half) < 0 ? leeway : half));
  }

  @Override
  public String toString() {
    return "Tokens[not shown]";
  }
}

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

  boolean isGood(Instant now, Duration leeway) {
    return now.isBefore(expires.minus(leeway));
  }

  @Override
  public String toString() {
    return "Tokens[not shown]";
  }
}

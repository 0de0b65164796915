package io.rendezvous.calendar.http;

import io.rendezvous.calendar.grant.Authorization;
import java.time.Instant;

/** Where the user is to be sent, and until when that is good. */
record AuthorizationBody(String url, Instant expiresAt) {
  static AuthorizationBody of(Authorization authorization) {
    return new AuthorizationBody(authorization.url().toString(), authorization.expires());
  }

  @Override
  public String toString() {
    return "AuthorizationBody[not shown]";
  }
}

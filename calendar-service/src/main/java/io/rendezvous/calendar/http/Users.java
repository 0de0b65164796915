package io.rendezvous.calendar.http;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.UserId;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whom a service token names. */
final class Users {
  private Users() {}

  static UserId of(Jwt token) {
    return new UserId(requireNonNull(token.getSubject(), "sub"));
  }
}

package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/** What it takes to reach a CalDAV account; its text form does not hold the password. */
public record CalDavAccount(URI base, String username, String password) {
  public CalDavAccount {
    requireNonNull(base, "base");
    requireNonNull(username, "username");
    requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return "CalDavAccount[" + base.getHost() + "]";
  }
}

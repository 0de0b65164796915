package io.rendezvous.calendar.grant;

import java.net.URI;
import java.time.Instant;

/** Where a user is asked for access, until when. */
public record Authorization(URI url, Instant expires) {
  /** Without the state within the address, which lets whoever has it answer. */
  @Override
  public String toString() {
    return "Authorization[not shown]";
  }
}

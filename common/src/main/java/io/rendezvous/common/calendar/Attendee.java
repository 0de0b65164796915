package io.rendezvous.common.calendar;

import org.jspecify.annotations.Nullable;

/** Somebody who is to come, known by an address, a name or both. */
public record Attendee(@Nullable String email, @Nullable String name) {
  public Attendee {
    if (email == null && name == null) {
      throw new IllegalArgumentException(
          "Expected an attendee with an address or a name, but found neither");
    }
  }
}

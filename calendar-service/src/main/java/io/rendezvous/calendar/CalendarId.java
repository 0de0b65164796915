package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.UserId;

/** Names one calendar of one user; names are unique within a user's calendars only. */
public record CalendarId(UserId owner, String name) {
  /** The embedded calendar that every user has. */
  public static final String PERSONAL = "personal";

  public CalendarId {
    requireNonNull(owner, "owner");
    requireNonNull(name, "name");
  }
}

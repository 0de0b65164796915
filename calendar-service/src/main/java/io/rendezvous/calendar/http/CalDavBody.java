package io.rendezvous.calendar.http;

import org.jspecify.annotations.Nullable;

/** What a CalDAV account is connected with; never printed. */
record CalDavBody(@Nullable String url, @Nullable String username, @Nullable String password) {
  @Override
  public String toString() {
    return "CalDavBody[not shown]";
  }
}

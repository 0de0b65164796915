package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What has changed on a calendar since a token, whoever changed it.
 *
 * @param changed events that were made or changed, series as such
 * @param deleted ids of events that are gone
 * @param token what to ask with next time
 * @param whole whether this is all that there is, since the provider does not know the token any
 *     more: what is not told is gone
 */
public record Changes(
    List<CalendarEvent> changed, List<String> deleted, String token, boolean whole) {
  public Changes {
    changed = List.copyOf(changed);
    deleted = List.copyOf(deleted);
    requireNonNull(token, "token");
  }
}

package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a calendar.
 *
 * @param zone where its local times are meant; null where the provider does not say
 * @param primary whether it is its account's main one
 */
public record CalendarInfo(
    CalendarId id, String title, @Nullable ZoneId zone, AccessRole role, boolean primary) {
  public CalendarInfo {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(role, "role");
  }

  /** What the user may do with it, least first. */
  public enum AccessRole {
    FREE_BUSY,
    READER,
    WRITER,
    OWNER
  }
}

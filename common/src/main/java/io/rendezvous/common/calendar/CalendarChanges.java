package io.rendezvous.common.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others have changed on a user's calendars.
 *
 * @param more whether there is more than is told: the calendar is to be looked at again
 */
public record CalendarChanges(List<Change> changes, boolean more) {
  public CalendarChanges {
    changes = List.copyOf(changes);
  }

  /**
   * One event that is another now.
   *
   * @param title null where the event is gone
   * @param start null where the event is gone, as all about its time is
   * @param allDay whether it is whole days; {@code end} is then the beginning of the day after
   */
  public record Change(
      String calendarId,
      String eventId,
      What what,
      @Nullable String title,
      @Nullable OffsetDateTime start,
      @Nullable OffsetDateTime end,
      @Nullable String timeZone,
      @Nullable Boolean allDay) {
    public Change {
      requireNonNull(calendarId, "calendarId");
      requireNonNull(eventId, "eventId");
      requireNonNull(what, "what");
    }

    /** An event that is gone. */
    public static Change deleted(String calendarId, String eventId) {
      return new Change(calendarId, eventId, What.DELETED, null, null, null, null, null);
    }
  }

  /** What happened to an event. */
  public enum What {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("deleted")
    DELETED
  }
}

package io.rendezvous.calendar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.Reminder;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event as clients see it; its times have the offset of its own zone.
 *
 * @param start a time; the first day of an event that is whole days
 * @param end a time; the day after the last one
 * @param recurrence content lines of RFC 5545, of a series as such
 * @param seriesId of an occurrence
 * @param role what the user is to it: {@code organizer}, or one of those invited where others wrote
 *     it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventBody(
    String id,
    String calendarId,
    String title,
    @Nullable String description,
    @Nullable String location,
    Temporal start,
    Temporal end,
    String timeZone,
    boolean allDay,
    @Nullable List<String> recurrence,
    @Nullable String seriesId,
    List<AttendeeBody> attendees,
    List<ReminderBody> reminders,
    boolean free,
    boolean declined,
    String role,
    String etag,
    String source,
    @Nullable String link) {

  /** Somebody who is to come. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AttendeeBody(
      @Nullable String email, @Nullable String name, boolean optional, String response) {
    static AttendeeBody of(Attendee attendee) {
      return new AttendeeBody(
          attendee.email(), attendee.name(), attendee.optional(), word(attendee.response()));
    }

    private static String word(@Nullable Response response) {
      return response == null ? "needsAction" : response.name().toLowerCase(Locale.ROOT);
    }
  }

  /** What tells of it beforehand. */
  record ReminderBody(String method, long minutesBefore) {
    static ReminderBody of(Reminder reminder) {
      return new ReminderBody(
          reminder.method().name().toLowerCase(Locale.ROOT), reminder.before().toMinutes());
    }
  }

  static EventBody of(CalendarEvent event, String source) {
    EventTime time = event.time();
    return new EventBody(
        event.id(),
        event.calendar().name(),
        event.text().title(),
        event.text().description(),
        event.text().location(),
        time.allDay() ? time.firstDay() : time.localStart().toOffsetDateTime(),
        time.allDay() ? time.endDay() : time.localEnd().toOffsetDateTime(),
        time.zone().getId(),
        time.allDay(),
        lines(event.content().recurrence()),
        event.facts().series(),
        event.text().attendees().stream().map(AttendeeBody::of).toList(),
        event.content().reminders().stream().map(ReminderBody::of).toList(),
        event.content().free(),
        event.facts().declined(),
        event.facts().byOthers() ? "attendee" : "organizer",
        event.etag(),
        source,
        event.facts().link());
  }

  private static @Nullable List<String> lines(Recurrence recurrence) {
    return recurrence.isSeries() ? recurrence.lines() : null;
  }
}

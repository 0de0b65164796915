package io.rendezvous.calendar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.common.calendar.Attendee;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as clients see it; its times have the offset of its own zone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventBody(
    String id,
    String calendarId,
    String title,
    @Nullable String description,
    @Nullable String location,
    OffsetDateTime start,
    OffsetDateTime end,
    String timeZone,
    boolean allDay,
    List<AttendeeBody> attendees,
    String etag,
    String source) {

  /** Somebody who is to come; nobody can answer an invitation of the embedded calendar. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AttendeeBody(
      @Nullable String email, @Nullable String name, boolean optional, String response) {
    static AttendeeBody of(Attendee attendee) {
      return new AttendeeBody(attendee.email(), attendee.name(), false, "needsAction");
    }
  }

  static EventBody of(CalendarEvent event) {
    return new EventBody(
        event.id(),
        event.calendar().name(),
        event.text().title(),
        event.text().description(),
        event.text().location(),
        event.time().localStart().toOffsetDateTime(),
        event.time().localEnd().toOffsetDateTime(),
        event.time().zone().getId(),
        false,
        event.text().attendees().stream().map(AttendeeBody::of).toList(),
        event.etag(),
        "embedded");
  }
}

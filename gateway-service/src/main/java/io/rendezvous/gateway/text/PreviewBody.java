package io.rendezvous.gateway.text;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.dates.TimeInZone;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that is not made, in the form of one that is, without an id. */
record PreviewBody(
    String title,
    Temporal start,
    Temporal end,
    String timeZone,
    boolean allDay,
    @Nullable List<String> recurrence,
    List<Person> attendees) {

  /** Somebody who is to come. */
  record Person(@Nullable String email, boolean optional, String response) {
    static Person of(Attendee attendee) {
      return new Person(attendee.email(), attendee.optional(), "needsAction");
    }
  }

  static PreviewBody of(SaidEvent event, ZoneId zone) {
    SaidTime time = event.time();
    return new PreviewBody(
        event.title(),
        time(time.start(), time.allDay(), zone),
        time(time.end(), time.allDay(), zone),
        zone.getId(),
        time.allDay(),
        event.recurrence().isEmpty() ? null : event.recurrence(),
        event.attendees().stream().map(Person::of).toList());
  }

  private static Temporal time(LocalDateTime local, boolean allDay, ZoneId zone) {
    return allDay ? local.toLocalDate() : TimeInZone.of(local, zone).earliest().toOffsetDateTime();
  }
}

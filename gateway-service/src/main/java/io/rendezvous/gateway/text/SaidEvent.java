package io.rendezvous.gateway.text;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarArguments.CreateEvent;
import io.rendezvous.common.calendar.LocalWhen;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The event that a sentence says.
 *
 * @param time local to its user
 * @param rule of RFC 5545, where it is a series
 */
record SaidEvent(String title, SaidTime time, List<Attendee> attendees, @Nullable String rule) {
  SaidEvent {
    attendees = List.copyOf(attendees);
  }

  List<String> recurrence() {
    return rule == null ? List.of() : List.of("RRULE:" + rule);
  }

  /** As the tool takes it: on the default calendar, of which nobody is told. */
  CreateEvent arguments() {
    return new CreateEvent(
        title,
        when(time.start()),
        time.allDay() ? when(time.end().minusDays(1)) : when(time.end()),
        null,
        null,
        null,
        attendees,
        recurrence(),
        List.of(),
        null,
        null,
        null,
        null);
  }

  private LocalWhen when(LocalDateTime local) {
    return time.allDay() ? new LocalWhen(local.toLocalDate(), null) : LocalWhen.of(local);
  }
}

package io.rendezvous.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some events by start; {@code next} is the cursor of the page after, null on the last one. */
public record EventPage(List<CalendarEvent> events, @Nullable String next) {
  public EventPage {
    events = List.copyOf(events);
  }
}

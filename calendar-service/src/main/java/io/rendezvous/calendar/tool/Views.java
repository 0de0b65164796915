package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import java.util.List;
import java.util.Locale;

/** Events and slots as a model is told of them, each in its own zone. */
final class Views {
  private Views() {}

  static EventView event(CalendarEvent event, Locale language) {
    EventTime time = event.time();
    return new EventView(
        event.id(),
        event.text().title(),
        time.localStart().toOffsetDateTime(),
        time.localEnd().toOffsetDateTime(),
        time.zone().getId(),
        When.of(time, language),
        event.text().location(),
        event.text().attendees());
  }

  static List<EventView> events(List<CalendarEvent> events, Locale language) {
    return events.stream().map(event -> event(event, language)).toList();
  }

  static Slot slot(EventTime time, Locale language) {
    return new Slot(
        time.localStart().toOffsetDateTime(),
        time.localEnd().toOffsetDateTime(),
        time.zone().getId(),
        When.of(time, language));
  }
}

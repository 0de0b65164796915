package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Reminder;
import io.rendezvous.common.calendar.AskedReminder;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import java.util.List;
import java.util.Locale;

/** Events and slots as a model is told of them, each in its own zone. */
final class Views {
  private Views() {}

  /** What is as usual is left out: a model pays for every word. */
  static EventView event(CalendarEvent event, Locale language) {
    EventTime time = event.time();
    EventContent content = event.content();
    return new EventView(
        event.id(),
        event.text().title(),
        time.localStart().toOffsetDateTime(),
        time.localEnd().toOffsetDateTime(),
        time.zone().getId(),
        When.of(time, language),
        event.text().location(),
        null,
        event.text().attendees(),
        time.allDay() ? true : null,
        event.facts().series(),
        content.recurrence().isSeries() ? content.recurrence().lines() : null,
        null,
        content.free() ? true : null,
        event.facts().byOthers() ? true : null,
        null,
        event.calendar().name().equals(CalendarId.PERSONAL) ? null : event.calendar().name());
  }

  /** With all that is known of it. */
  static EventView whole(CalendarEvent event, Locale language) {
    EventView view = event(event, language);
    List<Reminder> reminders = event.content().reminders();
    return new EventView(
        view.id(),
        view.title(),
        view.start(),
        view.end(),
        view.timeZone(),
        view.when(),
        view.location(),
        event.text().description(),
        view.attendees(),
        view.allDay(),
        view.seriesId(),
        view.recurrence(),
        reminders.isEmpty() ? null : reminders.stream().map(Views::reminder).toList(),
        view.free(),
        view.byOthers(),
        event.facts().link(),
        view.calendarId());
  }

  private static AskedReminder reminder(Reminder reminder) {
    return new AskedReminder(
        reminder.method() == Reminder.Method.EMAIL, (int) reminder.before().toMinutes());
  }

  /** Of an event that is not there yet. */
  static EventView preview(CalendarId calendar, EventContent content, Locale language) {
    return whole(new CalendarEvent("", calendar, content, "", EventFacts.OWN), language);
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

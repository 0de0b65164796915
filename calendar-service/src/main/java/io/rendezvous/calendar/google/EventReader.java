package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventReminder;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.Reminder;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Google's events as ours. */
final class EventReader {
  private final long maxOriginal;

  EventReader(GoogleSettings settings) {
    this.maxOriginal = settings.maxOriginal().toBytes();
  }

  /** Whether it is an event that there is: what is cancelled is gone. */
  static boolean isThere(Event event) {
    return !"cancelled".equals(event.getStatus())
        && event.getStart() != null
        && event.getEnd() != null;
  }

  /** As a listing shows it. */
  CalendarEvent plain(CalendarId calendar, Event event, ZoneId calendarZone) {
    return read(calendar, event, calendarZone, null);
  }

  /**
   * With its original, unless that is too long to be kept. What every write changes is no part of
   * it.
   */
  CalendarEvent whole(CalendarId calendar, Event event, ZoneId calendarZone) {
    String text = Models.text(event.clone().setEtag(null).setUpdated(null).setSequence(null));
    return read(calendar, event, calendarZone, length(text) <= maxOriginal ? text : null);
  }

  /** As the journal holds it: JSON within JSON, which may be twice as long. */
  private static int length(String text) {
    return Json.MAPPER.writeValueAsBytes(text).length;
  }

  private static CalendarEvent read(
      CalendarId calendar, Event event, ZoneId calendarZone, @Nullable String original) {
    boolean declined =
        People.self(event).filter(self -> self.response() == Response.DECLINED).isPresent();
    var facts =
        new EventFacts(
            isByOthers(event),
            declined,
            event.getRecurringEventId(),
            event.getHtmlLink(),
            original);
    return new CalendarEvent(
        RemoteIds.local(event), calendar, content(event, calendarZone), event.getEtag(), facts);
  }

  private static EventContent content(Event event, ZoneId calendarZone) {
    var text =
        new EventText(
            Objects.requireNonNullElse(event.getSummary(), ""),
            event.getDescription(),
            event.getLocation(),
            People.read(event));
    return new EventContent(
        text,
        Times.read(event.getStart(), event.getEnd(), calendarZone),
        event.getRecurrence() == null ? Recurrence.NONE : new Recurrence(event.getRecurrence()),
        reminders(event),
        "transparent".equals(event.getTransparency()));
  }

  /** The calendar's own ones are not the event's. */
  private static List<Reminder> reminders(Event event) {
    Event.Reminders reminders = event.getReminders();
    if (reminders == null || reminders.getOverrides() == null) {
      return List.of();
    }
    return reminders.getOverrides().stream().map(EventReader::reminder).toList();
  }

  private static Reminder reminder(EventReminder reminder) {
    return new Reminder(
        "email".equals(reminder.getMethod()) ? Reminder.Method.EMAIL : Reminder.Method.POPUP,
        Duration.ofMinutes(reminder.getMinutes()));
  }

  /**
   * Only what the user has both written and organized is her own: an event of a calendar that
   * several write to, an imported one, and one that Google took from a mail may hold anybody's
   * words.
   */
  private static boolean isByOthers(Event event) {
    return event.getCreator() == null
        || event.getOrganizer() == null
        || !Boolean.TRUE.equals(event.getCreator().getSelf())
        || !Boolean.TRUE.equals(event.getOrganizer().getSelf())
        || "fromGmail".equals(event.getEventType());
  }
}

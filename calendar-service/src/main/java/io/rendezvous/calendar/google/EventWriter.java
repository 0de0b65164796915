package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventReminder;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Reminder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Our events as Google's. Whatever is not ours to change stays as it is. */
final class EventWriter {
  private EventWriter() {}

  static Event made(String id, EventContent content) {
    var event = new Event().setId(id).setStatus("confirmed");
    words(event, content);
    times(event, content);
    reminders(event, content.reminders());
    transparency(event, content.free());
    if (!content.text().attendees().isEmpty()) {
      People.write(event, content.text().attendees());
    }
    return event;
  }

  /** The same event with what differs from one content to the other. */
  static Event changed(Event now, EventContent before, EventContent after) {
    Event event = now.clone();
    words(event, after);
    if (!before.time().equals(after.time()) || !before.recurrence().equals(after.recurrence())) {
      times(event, after);
    }
    if (!before.reminders().equals(after.reminders())) {
      reminders(event, after.reminders());
    }
    if (before.free() != after.free()) {
      transparency(event, after.free());
    }
    if (!before.text().attendees().equals(after.text().attendees())) {
      People.write(event, after.text().attendees());
    }
    return event;
  }

  /**
   * An event as it once was, over the version that there is now: Google takes no sequence number
   * below its own.
   */
  static Event restored(Event original, Event now) {
    return original.clone().setId(now.getId()).setEtag(null).setSequence(now.getSequence());
  }

  private static void words(Event event, EventContent content) {
    if (!Objects.requireNonNullElse(event.getSummary(), "").equals(content.text().title())) {
      event.setSummary(content.text().title());
    }
    event.setDescription(content.text().description());
    event.setLocation(content.text().location());
  }

  private static void times(Event event, EventContent content) {
    event.setStart(Times.start(content.time()));
    event.setEnd(Times.end(content.time()));
    event.setRecurrence(
        content.recurrence().isSeries() ? new ArrayList<>(content.recurrence().lines()) : null);
  }

  private static void reminders(Event event, List<Reminder> reminders) {
    var overrides = new ArrayList<EventReminder>();
    for (Reminder reminder : reminders) {
      overrides.add(
          new EventReminder()
              .setMethod(reminder.method() == Reminder.Method.EMAIL ? "email" : "popup")
              .setMinutes(Math.toIntExact(reminder.before().toMinutes())));
    }
    event.setReminders(new Event.Reminders().setUseDefault(false).setOverrides(overrides));
  }

  private static void transparency(Event event, boolean free) {
    event.setTransparency(free ? "transparent" : "opaque");
  }
}

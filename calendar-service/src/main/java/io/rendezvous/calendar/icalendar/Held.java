package io.rendezvous.calendar.icalendar;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An object as it is held somewhere.
 *
 * @param etag of the object, and of each occurrence
 * @param address the user's own, which her answers go by; null where it is not known
 */
public record Held(CalendarObject object, String etag, @Nullable String address) {
  public Held {
    requireNonNull(object, "object");
    requireNonNull(etag, "etag");
  }

  /** The event of this name; NotFound where the object has no such occurrence. */
  public Outcome<CalendarEvent> event(CalendarId calendar, EventName name) {
    return object
        .content(name.occurrence())
        .map(
            content ->
                new CalendarEvent(name.id(), calendar, content, etag, object.facts(name, address)))
        .<Outcome<CalendarEvent>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.Failed<>(new CalendarFailure.NotFound()));
  }
}

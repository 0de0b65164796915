package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;

/** Whatever holds objects. */
@FunctionalInterface
public interface ObjectStore {
  /** The object of this name; NotFound where there is none. */
  Outcome<Held> find(CalendarId calendar, String object);
}

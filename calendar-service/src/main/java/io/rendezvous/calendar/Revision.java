package io.rendezvous.calendar;

/** Works out what an event becomes from what it is; may be asked again with a newer version. */
@FunctionalInterface
public interface Revision {
  Outcome<EventContent> of(CalendarEvent current);
}

package io.rendezvous.calendar.journal;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;

/** One provider's events: a read, and a write whose repeat has no second effect. */
public interface RemoteStore {
  /** The event with its {@code original}; NotFound where there is none, or none any more. */
  Outcome<CalendarEvent> read(CalendarId calendar, String event);

  /**
   * Makes a planned effect, on the condition that the event is the version that it was planned on:
   * that it does not exist, or has the ETag of what was before. Where the event to be left has an
   * {@code original}, that is written to the letter.
   */
  Written write(Effect planned);
}

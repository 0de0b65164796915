package io.rendezvous.calendar.google;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.calendar.journal.Written;

/** A process that dies at one point of an effect; what comes after it is a new process. */
record Dying(RemoteStore store, Point at) implements RemoteStore {
  enum Point {
    AFTER_THE_INTENTION,
    AFTER_THE_ANSWER
  }

  /** It is dead. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Outcome<CalendarEvent> read(CalendarId calendar, String event) {
    return store.read(calendar, event);
  }

  @Override
  public Written write(Effect planned) {
    if (at == Point.AFTER_THE_ANSWER) {
      store.write(planned);
    }
    throw new Death();
  }
}

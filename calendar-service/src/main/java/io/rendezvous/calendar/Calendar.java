package io.rendezvous.calendar;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of one provider, whichever it is. Every effect belongs to a call and happens once:
 * a call that comes again gets what it got before, also when the event was changed or deleted
 * since.
 *
 * <p>Methods block, for a network's time: call them on virtual threads. They throw where the
 * provider's or our own machinery is broken, and then the same call may be tried again.
 */
public interface Calendar {
  /**
   * The events that overlap the period, by start.
   *
   * @param limit how many at most, at least 1
   * @param cursor from the page before; null for the first page
   * @return the page; NotFound for a calendar that is not there, Invalid for a foreign cursor
   */
  Outcome<EventPage> list(CalendarId calendar, Period period, int limit, @Nullable String cursor);

  /** The event; NotFound where there is none of this id. */
  Outcome<CalendarEvent> get(CalendarId calendar, String event);

  /** Creates an event whose id derives from the call's, so that a repeat finds it. */
  Outcome<Effect> create(CalendarId calendar, CallId call, EventContent content);

  /**
   * Changes an event as it is found. Where somebody else changes it at the same time, it is read
   * and revised again, a bounded number of times.
   *
   * @return the effect; NotFound, Conflict, or the failure that the revision told
   */
  Outcome<Effect> change(CalendarId calendar, CallId call, String event, Revision revision);

  /** Deletes an event as it is found; otherwise as {@link #change}. */
  Outcome<Effect> delete(CalendarId calendar, CallId call, String event);

  /**
   * Closes a call that is given up: whatever delivery is still under way, it has no effect after
   * this.
   *
   * @return the effect that it had before, if any
   */
  Optional<Effect> close(UserId user, CallId call);
}

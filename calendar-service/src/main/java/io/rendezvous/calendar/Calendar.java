package io.rendezvous.calendar;

import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calendars of one provider, whichever it is. Every effect has an id and happens once: what
 * comes again under the same id gets what it got before, also when the event was changed or deleted
 * since.
 *
 * <p>An occurrence of a series is an event of its own, whose id begins with that of the series:
 * what is done to it leaves the others alone; what is done to the series' id is done to all.
 *
 * <p>Methods block, for a network's time: call them on virtual threads. They throw where the
 * provider's or our own machinery is broken, and then the same may be tried again.
 */
public interface Calendar {
  /** What the calendar's provider does itself. */
  Capabilities capabilities(CalendarId calendar);

  /**
   * The user's calendars of one account, the primary one first.
   *
   * @param account null for the calendars of our own
   * @return NotFound for an account that is not there, Unauthorized where its grant is gone
   */
  Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account);

  /**
   * The events that overlap the period, by start; series as their occurrences.
   *
   * @param limit how many at most, at least 1
   * @param cursor from the page before; null for the first page
   * @return the page; NotFound for a calendar that is not there, Invalid for a foreign cursor
   */
  Outcome<EventPage> list(CalendarId calendar, Period period, int limit, @Nullable String cursor);

  /** The event, series or occurrence; NotFound where there is none of this id. */
  Outcome<CalendarEvent> get(CalendarId calendar, String event);

  /** Creates an event whose id derives from the effect's, so that a repeat finds it. */
  Outcome<Effect> create(CalendarId calendar, EffectId effect, EventContent content, Notify notify);

  /**
   * Changes an event as it is found. Where somebody else changes it at the same time, it is read
   * and revised again, a bounded number of times.
   *
   * @return the effect; NotFound, Conflict, or the failure that the revision told
   */
  Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String event, Revision revision, Notify notify);

  /** Deletes an event as it is found; otherwise as {@link #change}. */
  Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify);

  /** Answers an invitation for the user; Invalid where she is not among the attendees. */
  Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify);

  /**
   * Undoes an effect. An event that nobody touched since is as it was to the letter; else each
   * field that the effect changed is put back unless somebody changed it since ({@link
   * Restoration}).
   *
   * @param effect the id of the undoing, which is an effect itself
   * @return what it did; Edited where an event was created that others have changed since, NotFound
   *     where a changed event is gone; both leave everything as it is
   */
  Outcome<Effect> undo(EffectId effect, Effect undone);

  /**
   * Ends an effect that is given up: whatever delivery is still under way, it changes nothing after
   * this that is not told here.
   *
   * @return the effect that it had; Closed where there is none and never will be, Unavailable while
   *     that cannot be known
   */
  Outcome<Effect> close(UserId user, EffectId effect);

  /**
   * When people are busy, as far as the provider knows.
   *
   * @param emails whose times are asked for
   */
  Outcome<List<Availability>> availability(CalendarId calendar, List<String> emails, Period period);

  /**
   * What has changed since a token.
   *
   * @param token from the last answer; null to begin
   * @return Invalid where the provider cannot tell
   */
  Outcome<Changes> changes(CalendarId calendar, @Nullable String token);
}

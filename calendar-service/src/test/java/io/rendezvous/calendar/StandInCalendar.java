package io.rendezvous.calendar;

import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A calendar of another provider, of which a test says what it answers; else it has nothing. */
public class StandInCalendar implements Calendar {
  private static <T> Outcome<T> nothing() {
    return new Outcome.Failed<>(new CalendarFailure.NotFound());
  }

  @Override
  public Capabilities capabilities(CalendarId calendar) {
    return new Capabilities(false, false, false);
  }

  @Override
  public Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account) {
    return nothing();
  }

  @Override
  public Outcome<EventPage> list(
      CalendarId calendar, Period period, int limit, @Nullable String cursor) {
    return nothing();
  }

  @Override
  public Outcome<CalendarEvent> get(CalendarId calendar, String event) {
    return nothing();
  }

  @Override
  public Outcome<Effect> create(
      CalendarId calendar, EffectId effect, EventContent content, Notify notify) {
    return nothing();
  }

  @Override
  public Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String event, Revision revision, Notify notify) {
    return nothing();
  }

  @Override
  public Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify) {
    return nothing();
  }

  @Override
  public Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify) {
    return nothing();
  }

  @Override
  public Outcome<Effect> undo(EffectId effect, Effect undone) {
    return nothing();
  }

  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return nothing();
  }

  @Override
  public Outcome<List<Availability>> availability(
      CalendarId calendar, List<String> emails, Period period) {
    return nothing();
  }

  @Override
  public Outcome<Changes> changes(CalendarId calendar, @Nullable String token) {
    return nothing();
  }
}

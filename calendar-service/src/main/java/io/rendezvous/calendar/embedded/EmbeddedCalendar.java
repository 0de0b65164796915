package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Revision;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calendar {@code personal} that every user has here, from the first event on. */
final class EmbeddedCalendar implements Calendar {
  private final EventTable events;
  private final OncePerCall calls;
  private final EmbeddedSettings limits;

  EmbeddedCalendar(EventTable events, OncePerCall calls, EmbeddedSettings limits) {
    this.events = events;
    this.calls = calls;
    this.limits = limits;
  }

  @Override
  public Outcome<EventPage> list(
      CalendarId calendar, Period period, int limit, @Nullable String cursor) {
    if (!isThere(calendar)) {
      return failed(new CalendarFailure.NotFound());
    }
    if (cursor == null) {
      return new Outcome.Done<>(events.list(calendar, period, limit, null));
    }
    return EventCursor.parse(cursor)
        .<Outcome<EventPage>>map(
            after -> new Outcome.Done<>(events.list(calendar, period, limit, after)))
        .orElseGet(() -> failed(new CalendarFailure.Invalid("The cursor is not one of ours.")));
  }

  @Override
  public Outcome<CalendarEvent> get(CalendarId calendar, String event) {
    return find(calendar, event)
        .<Outcome<CalendarEvent>>map(Outcome.Done::new)
        .orElseGet(() -> failed(new CalendarFailure.NotFound()));
  }

  @Override
  public Outcome<Effect> create(CalendarId calendar, CallId call, EventContent content) {
    String id = Ids.derive("event", call.value());
    return once(
        calendar,
        call,
        () ->
            checked(content)
                .map(fine -> new Effect.Created(call, version(call, calendar, id, fine))));
  }

  @Override
  public Outcome<Effect> change(CalendarId calendar, CallId call, String event, Revision revision) {
    return edit(
        calendar,
        call,
        event,
        before ->
            revision
                .of(before)
                .then(this::checked)
                .map(
                    content ->
                        new Effect.Changed(call, before, version(call, calendar, event, content))));
  }

  @Override
  public Outcome<Effect> delete(CalendarId calendar, CallId call, String event) {
    return edit(
        calendar, call, event, before -> new Outcome.Done<>(new Effect.Deleted(call, before)));
  }

  @Override
  public Optional<Effect> close(UserId user, CallId call) {
    return calls.close(user, call);
  }

  private Outcome<Effect> once(
      CalendarId calendar, CallId call, Supplier<Outcome<Effect>> proposal) {
    return isThere(calendar)
        ? calls.run(calendar.owner(), call, proposal)
        : failed(new CalendarFailure.NotFound());
  }

  private Outcome<Effect> edit(
      CalendarId calendar,
      CallId call,
      String event,
      Function<CalendarEvent, Outcome<Effect>> effect) {
    return once(calendar, call, () -> get(calendar, event).then(effect));
  }

  private Optional<CalendarEvent> find(CalendarId calendar, String event) {
    return isThere(calendar) && !event.isEmpty() ? events.find(calendar, event) : Optional.empty();
  }

  private Outcome<EventContent> checked(EventContent content) {
    return content.time().length().compareTo(limits.maxEventLength()) <= 0
        ? new Outcome.Done<>(content)
        : failed(
            new CalendarFailure.Invalid(
                "An event lasts at most " + limits.maxEventLength().toHours() + " hours."));
  }

  /** One call makes one version, so its ETag can be the call's. */
  private static CalendarEvent version(
      CallId call, CalendarId calendar, String event, EventContent content) {
    return new CalendarEvent(event, calendar, content, Ids.derive("etag", event, call.value()));
  }

  private static boolean isThere(CalendarId calendar) {
    return calendar.name().equals(CalendarId.PERSONAL);
  }

  private static <T> Outcome<T> failed(CalendarFailure failure) {
    return new Outcome.Failed<>(failure);
  }
}

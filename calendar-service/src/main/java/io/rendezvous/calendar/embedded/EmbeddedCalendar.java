package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Capabilities;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Revision;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calendar {@code personal} that every user has here, from the first event on. */
final class EmbeddedCalendar implements Calendar {
  private final EventTable events;
  private final OncePerEffect effects;
  private final EmbeddedSettings limits;

  EmbeddedCalendar(EventTable events, OncePerEffect effects, EmbeddedSettings limits) {
    this.events = events;
    this.effects = effects;
    this.limits = limits;
  }

  @Override
  public Capabilities capabilities(CalendarId calendar) {
    return new Capabilities(false, false, false);
  }

  @Override
  public Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account) {
    throw new UnsupportedOperationException();
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
  public Outcome<Effect> create(
      CalendarId calendar, EffectId effect, EventContent content, Notify notify) {
    String id = Ids.derive("event", effect.value());
    return once(
        calendar,
        effect,
        () ->
            checked(content)
                .map(
                    fine ->
                        new Effect.Created(
                            effect, version(effect, calendar, id, fine), Notify.NOBODY)));
  }

  @Override
  public Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String event, Revision revision, Notify notify) {
    return edit(
        calendar,
        effect,
        event,
        before ->
            revision
                .of(before)
                .then(this::checked)
                .map(
                    content ->
                        new Effect.Changed(
                            effect,
                            before,
                            version(effect, calendar, event, content),
                            Notify.NOBODY)));
  }

  @Override
  public Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify) {
    return edit(
        calendar,
        effect,
        event,
        before ->
            condition
                .refuses(before)
                .<Outcome<Effect>>map(Outcome.Failed::new)
                .orElseGet(
                    () -> new Outcome.Done<>(new Effect.Deleted(effect, before, Notify.NOBODY))));
  }

  @Override
  public Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome<Effect> undo(EffectId effect, Effect undone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return effects.close(user, effect);
  }

  @Override
  public Outcome<List<Availability>> availability(
      CalendarId calendar, List<String> emails, Period period) {
    return new Outcome.Done<>(emails.stream().map(email -> new Availability(email, null)).toList());
  }

  @Override
  public Outcome<Changes> changes(CalendarId calendar, @Nullable String token) {
    return failed(new CalendarFailure.Invalid("Nothing but this service changes this calendar."));
  }

  private Outcome<Effect> once(
      CalendarId calendar, EffectId effect, Supplier<Outcome<Effect>> proposal) {
    return isThere(calendar)
        ? effects.run(calendar.owner(), effect, proposal)
        : failed(new CalendarFailure.NotFound());
  }

  private Outcome<Effect> edit(
      CalendarId calendar,
      EffectId effect,
      String event,
      Function<CalendarEvent, Outcome<Effect>> change) {
    return once(calendar, effect, () -> get(calendar, event).then(change));
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

  /** One effect makes one version, so its ETag can be the effect's. */
  private static CalendarEvent version(
      EffectId effect, CalendarId calendar, String event, EventContent content) {
    return new CalendarEvent(
        event, calendar, content, Ids.derive("etag", event, effect.value()), EventFacts.OWN);
  }

  private static boolean isThere(CalendarId calendar) {
    return calendar.name().equals(CalendarId.PERSONAL);
  }

  private static <T> Outcome<T> failed(CalendarFailure failure) {
    return new Outcome.Failed<>(failure);
  }
}

package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.Capabilities;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Revision;
import io.rendezvous.calendar.icalendar.EventName;
import io.rendezvous.calendar.icalendar.ObjectEffects;
import io.rendezvous.calendar.icalendar.PageCursor;
import io.rendezvous.calendar.icalendar.Planned;
import io.rendezvous.calendar.icalendar.Plans;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calendar {@code personal} that every user has here, from the first event on. */
final class EmbeddedCalendar implements Calendar {
  private static final String TITLE = "Personal";

  private final EventTable events;
  private final OncePerEffect effects;
  private final Plans plans;
  private final EmbeddedSettings limits;

  EmbeddedCalendar(
      EventTable events, OncePerEffect effects, InstantSource clock, EmbeddedSettings limits) {
    this.events = events;
    this.effects = effects;
    this.plans =
        new Plans(events, new ObjectEffects(clock, EventItems.FLOATING, limits.maxEventBytes()));
    this.limits = limits;
  }

  @Override
  public Capabilities capabilities(CalendarId calendar) {
    return new Capabilities(false, false, false);
  }

  @Override
  public Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account) {
    return account == null
        ? new Outcome.Done<>(
            List.of(
                new CalendarInfo(CalendarId.personal(user), TITLE, null, AccessRole.OWNER, true)))
        : failed(new CalendarFailure.NotFound());
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
    return PageCursor.parse(cursor)
        .<Outcome<EventPage>>map(
            after -> new Outcome.Done<>(events.list(calendar, period, limit, after)))
        .orElseGet(() -> failed(new CalendarFailure.Invalid("The cursor is not one of ours.")));
  }

  @Override
  public Outcome<CalendarEvent> get(CalendarId calendar, String event) {
    EventName name = EventName.parse(event);
    return events.find(calendar, name.object()).then(held -> held.event(calendar, name));
  }

  @Override
  public Outcome<Effect> create(
      CalendarId calendar, EffectId effect, EventContent content, Notify notify) {
    String id = Ids.derive("event", effect.value());
    return once(
        calendar,
        effect,
        () -> checked(content).then(fine -> plans.create(calendar, effect, id, fine)));
  }

  @Override
  public Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String event, Revision revision, Notify notify) {
    return once(
        calendar,
        effect,
        () ->
            plans.change(
                calendar, effect, event, current -> revision.of(current).then(this::checked)));
  }

  @Override
  public Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify) {
    return once(calendar, effect, () -> plans.delete(calendar, effect, event, condition));
  }

  /** The user is known here by her id: as an attendee's address or name. */
  @Override
  public Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify) {
    return once(calendar, effect, () -> plans.respond(calendar, effect, event, response));
  }

  @Override
  public Outcome<Effect> undo(EffectId effect, Effect undone) {
    return once(undone.event().calendar(), effect, () -> plans.undo(effect, undone));
  }

  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return effects.close(user, effect);
  }

  /** Nobody else's times are known here, and the user's own are listed. */
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
      CalendarId calendar, EffectId effect, Supplier<Outcome<Planned>> plan) {
    return isThere(calendar)
        ? effects.run(calendar.owner(), effect, plan)
        : failed(new CalendarFailure.NotFound());
  }

  private Outcome<EventContent> checked(EventContent content) {
    return content.time().length().compareTo(limits.maxEventLength()) <= 0
        ? new Outcome.Done<>(content)
        : failed(
            new CalendarFailure.Invalid(
                "An event lasts at most " + limits.maxEventLength().toHours() + " hours."));
  }

  private static boolean isThere(CalendarId calendar) {
    return calendar.name().equals(CalendarId.PERSONAL);
  }

  private static <T> Outcome<T> failed(CalendarFailure failure) {
    return new Outcome.Failed<>(failure);
  }
}

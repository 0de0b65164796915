package io.rendezvous.calendar.google;

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
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Revision;
import io.rendezvous.calendar.journal.RemoteEffects;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calendars of users' accounts at Google. */
final class GoogleCalendar implements Calendar {
  private final RemoteStore store;
  private final RemoteEffects effects;
  private final Plans plans;
  private final CalendarLists lists;
  private final Listing listing;
  private final FreeBusy freeBusy;
  private final Sync sync;

  GoogleCalendar(Api api, RemoteStore store, RemoteEffects effects, GoogleSettings settings) {
    var reader = new EventReader(settings);
    this.store = store;
    this.effects = effects;
    this.plans = new Plans(store, new Holdable(new Zones(api)), new EventCalls(api));
    this.lists = new CalendarLists(api, settings);
    this.listing = new Listing(api, reader, settings);
    this.freeBusy = new FreeBusy(api);
    this.sync = new Sync(api, reader, settings);
  }

  @Override
  public Capabilities capabilities(CalendarId calendar) {
    return new Capabilities(true, true, true);
  }

  @Override
  public Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account) {
    return account == null
        ? new Outcome.Failed<>(new CalendarFailure.NotFound())
        : lists.of(user, account);
  }

  @Override
  public Outcome<EventPage> list(
      CalendarId calendar, Period period, int limit, @Nullable String cursor) {
    Optional<ListCursor> from =
        cursor == null ? Optional.of(ListCursor.at(null)) : ListCursor.parse(cursor);
    return from.isPresent()
        ? at(calendar, place -> listing.page(calendar, place, period, limit, from.get()))
        : new Outcome.Failed<>(new CalendarFailure.Invalid("The cursor is not one of ours."));
  }

  @Override
  public Outcome<CalendarEvent> get(CalendarId calendar, String event) {
    return store.read(calendar, event);
  }

  @Override
  public Outcome<Effect> create(
      CalendarId calendar, EffectId effect, EventContent content, Notify notify) {
    return at(
        calendar,
        place ->
            once(calendar, effect, () -> plans.creation(calendar, place, effect, content, notify)));
  }

  @Override
  public Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String event, Revision revision, Notify notify) {
    return at(
        calendar,
        place ->
            once(
                calendar,
                effect,
                () -> plans.change(calendar, place, effect, event, revision, notify)));
  }

  @Override
  public Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify) {
    return at(
        calendar,
        _ ->
            once(
                calendar,
                effect,
                () -> plans.deletion(calendar, effect, event, condition, notify)));
  }

  @Override
  public Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify) {
    return at(
        calendar,
        _ ->
            once(
                calendar, effect, () -> plans.response(calendar, effect, event, response, notify)));
  }

  @Override
  public Outcome<Effect> undo(EffectId effect, Effect undone) {
    CalendarId calendar = undone.event().calendar();
    return at(
        calendar, place -> once(calendar, effect, () -> plans.undoing(place, effect, undone)));
  }

  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return effects.close(user, effect);
  }

  @Override
  public Outcome<List<Availability>> availability(
      CalendarId calendar, List<String> emails, Period period) {
    return at(calendar, place -> freeBusy.of(place, emails, period));
  }

  @Override
  public Outcome<Changes> changes(CalendarId calendar, @Nullable String token) {
    return at(calendar, place -> sync.since(calendar, place, token));
  }

  private Outcome<Effect> once(
      CalendarId calendar, EffectId effect, Supplier<Outcome<Effect>> plan) {
    return effects.run(calendar.owner(), effect, plan);
  }

  private static <T> Outcome<T> at(CalendarId calendar, Function<Place, Outcome<T>> asked) {
    return Place.of(calendar).then(asked);
  }
}

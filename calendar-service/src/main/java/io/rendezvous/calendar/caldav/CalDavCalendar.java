package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.CalDavAccounts;
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
import io.rendezvous.calendar.icalendar.ObjectEffects;
import io.rendezvous.calendar.icalendar.PageCursor;
import io.rendezvous.calendar.icalendar.Planned;
import io.rendezvous.calendar.icalendar.Plans;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.calendar.journal.RemoteEffects;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The calendars of accounts at CalDAV servers. */
final class CalDavCalendar implements Calendar {
  private final Collections collections;
  private final DavStore store;
  private final DavListing listing;
  private final DavChanges changes;
  private final RemoteEffects effects;
  private final InstantSource clock;
  private final CalDavSettings settings;

  CalDavCalendar(
      CalDavAccounts accounts, Journal journal, InstantSource clock, CalDavSettings settings) {
    this(accounts, journal, clock, settings, store -> store);
  }

  /**
   * The calendars, written to by way of another store.
   *
   * @param written stands before the server's own
   */
  CalDavCalendar(
      CalDavAccounts accounts,
      Journal journal,
      InstantSource clock,
      CalDavSettings settings,
      UnaryOperator<RemoteStore> written) {
    var client = new DavClient(settings);
    this.collections = new Collections(accounts, client, settings, clock);
    this.store = new DavStore(collections, client, clock, settings);
    this.listing = new DavListing(client, settings);
    this.changes = new DavChanges(client, settings);
    this.effects = new RemoteEffects(journal, written.apply(store), clock, settings.editAttempts());
    this.clock = clock;
    this.settings = settings;
  }

  /** Servers vary in whom they tell of what, so it is counted on by none. */
  @Override
  public Capabilities capabilities(CalendarId calendar) {
    return new Capabilities(false, false, true);
  }

  @Override
  public Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account) {
    return account == null
        ? new Outcome.Failed<>(new CalendarFailure.NotFound())
        : collections.all(user, account);
  }

  @Override
  public Outcome<EventPage> list(
      CalendarId calendar, Period period, int limit, @Nullable String cursor) {
    Optional<PageCursor> after = Optional.ofNullable(cursor).flatMap(PageCursor::parse);
    return cursor != null && after.isEmpty()
        ? new Outcome.Failed<>(new CalendarFailure.Invalid("The cursor is not one of ours."))
        : collections
            .find(calendar)
            .then(found -> listing.list(calendar, found, period, limit, after.orElse(null)));
  }

  @Override
  public Outcome<CalendarEvent> get(CalendarId calendar, String event) {
    return store.read(calendar, event);
  }

  @Override
  public Outcome<Effect> create(
      CalendarId calendar, EffectId effect, EventContent content, Notify notify) {
    String id = Ids.derive("event", effect.value());
    return once(calendar, effect, plans -> plans.create(calendar, effect, id, content));
  }

  @Override
  public Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String event, Revision revision, Notify notify) {
    return once(calendar, effect, plans -> plans.change(calendar, effect, event, revision));
  }

  @Override
  public Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify) {
    return once(calendar, effect, plans -> plans.delete(calendar, effect, event, condition));
  }

  @Override
  public Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify) {
    return once(calendar, effect, plans -> plans.respond(calendar, effect, event, response));
  }

  @Override
  public Outcome<Effect> undo(EffectId effect, Effect undone) {
    return once(undone.event().calendar(), effect, plans -> plans.undo(effect, undone));
  }

  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return effects.close(user, effect);
  }

  /** Few servers know the times of others, and those that do know of their own users only. */
  @Override
  public Outcome<List<Availability>> availability(
      CalendarId calendar, List<String> emails, Period period) {
    return new Outcome.Done<>(emails.stream().map(email -> new Availability(email, null)).toList());
  }

  @Override
  public Outcome<Changes> changes(CalendarId calendar, @Nullable String token) {
    return collections.find(calendar).then(found -> changes.since(calendar, found, token));
  }

  private Outcome<Effect> once(
      CalendarId calendar, EffectId effect, Function<Plans, Outcome<Planned>> plan) {
    return effects.run(
        calendar.owner(),
        effect,
        () ->
            collections
                .find(calendar)
                .then(found -> plan.apply(plans(found)))
                .map(Planned::effect));
  }

  private Plans plans(Collection found) {
    return new Plans(store, new ObjectEffects(clock, found.floating(), settings.maxEventBytes()));
  }
}

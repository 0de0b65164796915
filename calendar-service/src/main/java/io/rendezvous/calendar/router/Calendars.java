package io.rendezvous.calendar.router;

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
import io.rendezvous.calendar.account.Account;
import io.rendezvous.calendar.account.Accounts;
import io.rendezvous.calendar.journal.Entry;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All calendars: hands each call to the provider of its calendar. A calendar of an account that is
 * not its owner's is none.
 */
public final class Calendars implements Calendar {
  private static final Capabilities NOTHING = new Capabilities(false, false, false);

  private final Accounts accounts;
  private final Providers providers;
  private final Journal journal;
  private final Bulkhead bulkhead;
  private final Together together;

  Calendars(
      Accounts accounts,
      Providers providers,
      Journal journal,
      Bulkhead bulkhead,
      Together together) {
    this.accounts = accounts;
    this.providers = providers;
    this.journal = journal;
    this.bulkhead = bulkhead;
    this.together = together;
  }

  @Override
  public Capabilities capabilities(CalendarId calendar) {
    return calendar.account().isEmpty()
        ? providers.embedded().capabilities(calendar)
        : account(calendar)
            .flatMap(account -> providers.of(account.provider()))
            .map(provider -> provider.capabilities(calendar))
            .orElse(NOTHING);
  }

  /** The calendars of all accounts, where none is named; those that do not answer are left out. */
  @Override
  public Outcome<List<CalendarInfo>> calendars(UserId user, @Nullable AccountId account) {
    return account == null
        ? all(user).map(AllCalendars::calendars)
        : at(user, account, provider -> provider.calendars(user, account));
  }

  /** The calendars of all accounts, the default one's first, and which accounts do not answer. */
  public Outcome<AllCalendars> all(UserId user) {
    return providers.embedded().calendars(user, null).map(own -> all(user, own));
  }

  private AllCalendars all(UserId user, List<CalendarInfo> own) {
    List<Account> all = accounts.of(user);
    return Listing.of(own, all, together.ask(all, account -> calendars(user, account.id())));
  }

  /**
   * Where a calendar is kept, as clients know it; empty for one of an account that is not there.
   */
  public Optional<String> source(CalendarId calendar) {
    return calendar.account().isEmpty()
        ? Optional.of(Listing.OWN)
        : account(calendar).map(account -> account.provider().word());
  }

  @Override
  public Outcome<EventPage> list(
      CalendarId calendar, Period period, int limit, @Nullable String cursor) {
    return at(calendar, provider -> provider.list(calendar, period, limit, cursor));
  }

  @Override
  public Outcome<CalendarEvent> get(CalendarId calendar, String event) {
    return at(calendar, provider -> provider.get(calendar, event));
  }

  @Override
  public Outcome<Effect> create(
      CalendarId calendar, EffectId effect, EventContent content, Notify notify) {
    return at(calendar, provider -> provider.create(calendar, effect, content, notify));
  }

  @Override
  public Outcome<Effect> change(
      CalendarId calendar, EffectId effect, String event, Revision revision, Notify notify) {
    return at(calendar, provider -> provider.change(calendar, effect, event, revision, notify));
  }

  @Override
  public Outcome<Effect> delete(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify) {
    return at(calendar, provider -> provider.delete(calendar, effect, event, condition, notify));
  }

  @Override
  public Outcome<Effect> respond(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify) {
    return at(calendar, provider -> provider.respond(calendar, effect, event, response, notify));
  }

  @Override
  public Outcome<Effect> undo(EffectId effect, Effect undone) {
    return at(undone.event().calendar(), provider -> provider.undo(effect, undone));
  }

  /** An effect that nobody has begun is nobody's, so the journal alone can end it. */
  @Override
  public Outcome<Effect> close(UserId user, EffectId effect) {
    return switch (journal.refuse(user, effect, new CalendarFailure.Closed())) {
      case Entry.Done(Effect done) -> new Outcome.Done<>(done);
      case Entry.Refused(CalendarFailure failure) -> new Outcome.Failed<>(failure);
      case Entry.Intended begun ->
          at(begun.effect().event().calendar(), provider -> provider.close(user, effect));
    };
  }

  @Override
  public Outcome<List<Availability>> availability(
      CalendarId calendar, List<String> emails, Period period) {
    return at(calendar, provider -> provider.availability(calendar, emails, period));
  }

  @Override
  public Outcome<Changes> changes(CalendarId calendar, @Nullable String token) {
    return at(calendar, provider -> provider.changes(calendar, token));
  }

  private <T> Outcome<T> at(CalendarId calendar, Function<Calendar, Outcome<T>> call) {
    Optional<AccountId> account = calendar.account();
    return account.isEmpty()
        ? bulkhead.atHome(() -> call.apply(providers.embedded()))
        : at(calendar.owner(), account.get(), call);
  }

  private <T> Outcome<T> at(UserId user, AccountId id, Function<Calendar, Outcome<T>> call) {
    Optional<Account> account = accounts.find(user, id);
    if (account.isEmpty()) {
      return new Outcome.Failed<>(new CalendarFailure.NotFound());
    }
    return providers
        .of(account.get().provider())
        .map(provider -> bulkhead.within(user, id, () -> call.apply(provider)))
        .orElseGet(() -> new Outcome.Failed<>(new CalendarFailure.Unavailable()));
  }

  private Optional<Account> account(CalendarId calendar) {
    return calendar.account().flatMap(id -> accounts.find(calendar.owner(), id));
  }
}

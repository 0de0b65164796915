package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.command.Report.ChangedOutside;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks at one calendar. What is to be told is written down with the token that follows, then told,
 * and only then the token counts: so it is told once, wherever a process dies.
 */
final class CalendarLook {
  /** A token that is not used grows old, and so do items that nobody writes. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final Calendar calendars;
  private final Journal journal;
  private final SyncTable table;
  private final Withdrawing withdrawing;
  private final OwnerMarks marks;
  private final Vault vault;
  private final Outcomes outcomes;
  private final OutsideMetrics metrics;
  private final OutsideSettings limits;
  private final InstantSource clock;

  CalendarLook(
      Calendar calendars,
      Journal journal,
      SyncTable table,
      Withdrawing withdrawing,
      OwnerMarks marks,
      Vault vault,
      Outcomes outcomes,
      OutsideMetrics metrics,
      OutsideSettings limits,
      InstantSource clock) {
    this.calendars = calendars;
    this.journal = journal;
    this.table = table;
    this.withdrawing = withdrawing;
    this.marks = marks;
    this.vault = vault;
    this.outcomes = outcomes;
    this.metrics = metrics;
    this.limits = limits;
    this.clock = clock;
  }

  /** Why the calendar could not be looked at; the same may be tried again. */
  Optional<CalendarFailure> look(Followed found) throws Exception {
    Untold untold = found.untold();
    if (untold == null) {
      return ask(found);
    }
    Optional<Followed> told = tell(found, untold);
    return told.isEmpty() ? Optional.empty() : ask(told.get());
  }

  private Optional<CalendarFailure> ask(Followed calendar) throws Exception {
    // Before the provider is asked: what happens meanwhile is looked for again next time.
    Instant now = clock.instant();
    return switch (calendars.changes(calendar.id(), calendar.token())) {
      case Outcome.Done<Changes>(var changes) -> take(calendar, changes, now);
      case Outcome.Failed<Changes>(CalendarFailure failure) when isForGood(failure) -> {
        // Followed again, from nothing, where the next listing has it still.
        table.forget(calendar.id());
        yield Optional.empty();
      }
      case Outcome.Failed<Changes>(CalendarFailure failure) -> Optional.of(failure);
    };
  }

  private static boolean isForGood(CalendarFailure failure) {
    return failure instanceof CalendarFailure.NotFound
        || failure instanceof CalendarFailure.Invalid;
  }

  private Optional<CalendarFailure> take(Followed calendar, Changes changes, Instant now)
      throws Exception {
    boolean nothing = isNothing(changes);
    if (nothing && calendar.readAt().plus(FRESH).isAfter(now)) {
      return Optional.empty();
    }
    CalendarId id = calendar.id();
    Optional<CalendarFailure> failure =
        nothing ? Optional.empty() : withdrawing.withdraw(id, changes);
    if (failure.isPresent()) {
      return failure;
    }
    News news = calendar.token() == null ? News.first(changes, limits) : news(calendar, changes);
    if (news.isNothing()) {
      table.save(calendar, calendar.at(changes.token(), now), news.known());
      return Optional.empty();
    }
    String said = Json.MAPPER.writeValueAsString(news.changes());
    var untold = new Untold(turn(calendar, changes), said, changes.token());
    Followed telling = calendar.telling(untold, now);
    if (table.save(calendar, telling, news.known())) {
      tell(telling, untold);
    }
    return Optional.empty();
  }

  private static boolean isNothing(Changes changes) {
    return changes.changed().isEmpty() && changes.deleted().isEmpty() && !changes.whole();
  }

  private News news(Followed calendar, Changes changes) {
    CalendarId id = calendar.id();
    OwnEffects own = OwnEffects.since(journal, id, calendar.readAt());
    return News.of(id, changes, table.known(id), own, limits);
  }

  /** The same where the same is found again. */
  private TurnId turn(Followed calendar, Changes changes) {
    CalendarId id = calendar.id();
    String from = Objects.requireNonNullElse(calendar.token(), "");
    return TurnId.of(
        marks.direct(id.owner()), Ids.derive("outside", id.mark(), from, changes.token()));
  }

  /** Empty where another process has gone on with it. */
  private Optional<Followed> tell(Followed calendar, Untold untold) throws Exception {
    UserId user = calendar.id().owner();
    outcomes.report(new ChangedOutside(user, untold.turn(), vault.seal(user, untold.changes())));
    metrics.told();
    Followed told = calendar.told(untold);
    return table.save(calendar, told) ? Optional.of(told) : Optional.empty();
  }
}

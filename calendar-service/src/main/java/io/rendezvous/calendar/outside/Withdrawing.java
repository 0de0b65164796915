package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.approval.OpenAsk;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.calendar.tool.ToolOutcome;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolFailure;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes back what users were asked about events that are others now: nobody is to approve what she
 * did not see. It makes no difference whose change it was.
 */
final class Withdrawing {
  /** A change of this and the following occurrences has its effects at two steps. */
  private static final int STEPS = 2;

  private final Approvals approvals;
  private final Calendar calendars;
  private final CalendarTools tools;
  private final Vault vault;
  private final Outcomes outcomes;
  private final OutsideMetrics metrics;

  Withdrawing(
      Approvals approvals,
      Calendar calendars,
      CalendarTools tools,
      Vault vault,
      Outcomes outcomes,
      OutsideMetrics metrics) {
    this.approvals = approvals;
    this.calendars = calendars;
    this.tools = tools;
    this.vault = vault;
    this.outcomes = outcomes;
    this.metrics = metrics;
  }

  /**
   * Takes back all that these changes touch.
   *
   * @return why that cannot be known for one of them; the same may be tried again
   */
  Optional<CalendarFailure> withdraw(CalendarId calendar, Changes changes) throws Exception {
    for (OpenAsk ask : approvals.open(calendar)) {
      if (changes.whole() || mayTouch(changes, ask.seen())) {
        Optional<CalendarFailure> failure = judge(ask);
        if (failure.isPresent()) {
          return failure;
        }
      }
    }
    return Optional.empty();
  }

  /** Occurrences change with their series, and series with their occurrences. */
  private static boolean mayTouch(Changes changes, CalendarEvent seen) {
    return Stream.concat(
            changes.changed().stream().map(CalendarEvent::id), changes.deleted().stream())
        .anyMatch(id -> Occurrences.series(id).equals(Occurrences.series(seen.id())));
  }

  private Optional<CalendarFailure> judge(OpenAsk ask) throws Exception {
    CalendarEvent seen = ask.seen();
    return switch (calendars.get(seen.calendar(), seen.id())) {
      case Outcome.Done<CalendarEvent>(var now) when now.etag().equals(seen.etag()) ->
          Optional.empty();
      case Outcome.Done<CalendarEvent>(var now) -> withdraw(ask, Optional.of(now));
      case Outcome.Failed<CalendarEvent>(CalendarFailure.NotFound _) ->
          withdraw(ask, Optional.empty());
      case Outcome.Failed<CalendarEvent>(var failure) -> Optional.of(failure);
    };
  }

  /** Closed before it is said to have failed: an approval may be on its way, or carried out. */
  private Optional<CalendarFailure> withdraw(OpenAsk ask, Optional<CalendarEvent> now)
      throws Exception {
    int steps = ask.summary().scope() == Scope.FOLLOWING ? STEPS : 1;
    for (int step : IntStream.range(0, steps).toArray()) {
      Outcome<Effect> closed = calendars.close(ask.user(), new EffectId(ask.call(), step));
      if (closed instanceof Outcome.Done<Effect>) {
        return Optional.empty();
      }
      if (closed instanceof Outcome.Failed<Effect>(CalendarFailure.Unavailable away)) {
        return Optional.of(away);
      }
    }
    approvals.withdraw(ask);
    var refused =
        new ToolOutcome.Refused(
            new CalendarFailure.Conflict(),
            CalendarTools.changedMeanwhile(ask.seen(), now, ask.language()));
    outcomes.report(
        new ToolFailed(
            ask.user(),
            ask.call(),
            ask.ask(),
            ToolFailure.CONFLICT,
            vault.seal(ask.user(), tools.json(refused.told())),
            refused.isForeign()));
    metrics.withdrawn();
    return Optional.empty();
  }
}

package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Undoing;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.UndoneView;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Undoes effects, the last one first. Each undoing is an effect of its own that happens once, and
 * is not undone again by the next undo, but by asking to undo that turn.
 */
final class Undoer {
  private final Calendar calendars;
  private final Journal journal;
  private final ToolSettings limits;

  Undoer(Calendar calendars, Journal journal, ToolSettings limits) {
    this.calendars = calendars;
    this.journal = journal;
    this.limits = limits;
  }

  /** All that the call's own turn has done. */
  Outcome<ToolAnswer> turn(ToolCall call) {
    return undo(
        call,
        journal.ofTurn(call.user(), call.call().turn(), limits.undoLimit()).stream()
            .sorted(Comparator.comparing(Effect::id, EffectId.ORDER).reversed())
            .toList());
  }

  /** What was done last: in the last turn that did something, or in the last minutes. */
  Outcome<ToolAnswer> recent(ToolCall call, @Nullable Integer minutes) {
    if (minutes != null) {
      return undo(call, since(call, Duration.ofMinutes(minutes)));
    }
    List<Effect> recent = since(call, limits.undoHorizon());
    Optional<TurnId> last = recent.stream().findFirst().map(effect -> effect.id().turn());
    return undo(
        call, recent.stream().filter(one -> last.equals(Optional.of(one.id().turn()))).toList());
  }

  /** What is no undoing, and not undone yet. */
  private List<Effect> since(ToolCall call, Duration past) {
    Instant from = call.askedAt().minus(past);
    return journal.since(call.user(), from, limits.undoLimit()).stream()
        .filter(effect -> journal.isOpen(call.user(), effect.id(), call.call()))
        .toList();
  }

  private Outcome<ToolAnswer> undo(ToolCall call, List<Effect> effects) {
    var views = new ArrayList<UndoneView>();
    Receipt last = null;
    for (Effect effect : effects.stream().filter(one -> !isOf(call, one)).toList()) {
      EffectId id = new EffectId(call.call(), views.size());
      journal.markUndone(call.user(), effect.id(), id);
      switch (calendars.undo(id, effect)) {
        case Outcome.Done<Effect>(Effect undoing) -> {
          views.add(view(call, effect, undoing));
          last = undoing.receipt();
        }
        case Outcome.Failed<Effect>(CalendarFailure failure) when passes(failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Failed<Effect>(CalendarFailure failure) -> {
          views.add(left(call, effect, failure));
        }
      }
    }
    return new Outcome.Done<>(new ToolAnswer(new CalendarResult.Undone(views), last));
  }

  private static UndoneView view(ToolCall call, Effect effect, Effect undoing) {
    return new UndoneView(
        true,
        what(effect),
        Views.event(undoing.event(), call.preferences().language()),
        Undoing.kept(effect, undoing),
        null);
  }

  private static UndoneView left(ToolCall call, Effect effect, CalendarFailure failure) {
    return new UndoneView(
        false,
        what(effect),
        Views.event(effect.event(), call.preferences().language()),
        List.of(),
        Failures.told(failure).detail());
  }

  private static String what(Effect effect) {
    return switch (effect) {
      case Effect.Created _ -> "created";
      case Effect.Changed _ -> "changed";
      case Effect.Deleted _ -> "deleted";
    };
  }

  private static boolean isOf(ToolCall call, Effect effect) {
    return effect.id().call().equals(call.call());
  }

  /** What only cannot be done now is tried again as a whole: what is undone stays so. */
  private static boolean passes(CalendarFailure failure) {
    return failure instanceof CalendarFailure.Unavailable;
  }
}

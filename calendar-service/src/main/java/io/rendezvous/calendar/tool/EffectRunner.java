package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.approval.ApprovalAsk;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.journal.Entry;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.calendar.ApprovalSummary;
import io.rendezvous.common.calendar.ApprovalSummary.Reason;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.tool.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out tools with effects: asks for an approval first where one is needed. */
final class EffectRunner {
  private final Calendar calendars;
  private final Journal journal;
  private final Approvals approvals;
  private final EffectAnswers answers;

  EffectRunner(Calendar calendars, Journal journal, Approvals approvals, EffectAnswers answers) {
    this.calendars = calendars;
    this.journal = journal;
    this.approvals = approvals;
    this.answers = answers;
  }

  ToolOutcome run(EffectTool tool, ToolCall call, String arguments) {
    return switch (tool.intent(call, arguments)) {
      case Outcome.Failed<Intent>(CalendarFailure failure) -> refused(failure);
      case Outcome.Done<Intent>(Intent intent) when call.approval() != null ->
          approved(call, arguments, intent);
      case Outcome.Done<Intent>(Intent intent) -> asked(tool, call, arguments, intent);
    };
  }

  /** Does what touches no single event, after the user was asked where she wants to be. */
  ToolOutcome gate(ToolCall call, String arguments, Supplier<ToolOutcome> act) {
    if (call.approval() != null) {
      return approvals.check(call, arguments) instanceof Outcome.Failed<ApprovalAsk>(var failure)
          ? refused(failure)
          : act.get();
    }
    List<Reason> reasons = ApprovalPolicy.reasons(call);
    if (reasons.isEmpty()) {
      return act.get();
    }
    var summary = new ApprovalSummary(call.name(), null, null, null, false, reasons);
    return new ToolOutcome.NeedsApproval(approvals.ask(call, arguments, summary, null));
  }

  private ToolOutcome asked(EffectTool tool, ToolCall call, String arguments, Intent intent) {
    List<Reason> reasons = new ArrayList<>(ApprovalPolicy.reasons(call));
    boolean looks = ApprovalPolicy.isOpen(call) && isSeenByOthers(intent);
    if (reasons.isEmpty() && !looks) {
      return told(call, act(call, intent, Condition.NONE));
    }
    Outcome<Optional<CalendarEvent>> before = before(intent);
    Outcome<Optional<EventContent>> after = before.then(intent.preview()::of);
    if (before instanceof Outcome.Done<Optional<CalendarEvent>>(var event)
        && after instanceof Outcome.Done<Optional<EventContent>>(var content)) {
      if (looks
          && ApprovalPolicy.reachesOthers(
              calendars.capabilities(intent.calendar()), intent.told(), event, content)) {
        reasons.add(Reason.REACHES_OTHERS);
      }
      return reasons.isEmpty()
          ? told(call, act(call, intent, Condition.NONE))
          : ask(tool, call, arguments, intent, event, content, reasons);
    }
    // Where nothing can be shown, nothing would come of it either: the act says why.
    return reasons.isEmpty()
        ? told(call, act(call, intent, Condition.NONE))
        : refused(failure(before, after));
  }

  /** On a calendar that is the user's alone, nobody else sees anything. */
  private boolean isSeenByOthers(Intent intent) {
    return intent.calendar().account().isPresent();
  }

  private ToolOutcome ask(
      EffectTool tool,
      ToolCall call,
      String arguments,
      Intent intent,
      Optional<CalendarEvent> before,
      Optional<EventContent> after,
      List<Reason> reasons) {
    Locale language = call.preferences().language();
    var summary =
        new ApprovalSummary(
            tool.name(),
            before.map(event -> Views.whole(event, language)).orElse(null),
            after.map(content -> Views.preview(intent.calendar(), content, language)).orElse(null),
            intent.scope(),
            intent.told() == Notify.ATTENDEES,
            reasons);
    return new ToolOutcome.NeedsApproval(
        approvals.ask(call, arguments, summary, before.map(CalendarEvent::plain).orElse(null)));
  }

  private ToolOutcome approved(ToolCall call, String arguments, Intent intent) {
    return switch (approvals.check(call, arguments)) {
      case Outcome.Failed<ApprovalAsk>(CalendarFailure failure) -> refused(failure);
      case Outcome.Done<ApprovalAsk>(ApprovalAsk ask) -> {
        CalendarEvent seen = ask.seen();
        Condition unchanged = Condition.version(seen == null ? null : seen.etag());
        Outcome<Effect> outcome =
            approvals.isWithdrawn(call)
                ? new Outcome.Failed<>(new CalendarFailure.Conflict())
                : act(call, intent, unchanged);
        yield seen != null
                && outcome instanceof Outcome.Failed<Effect>(CalendarFailure failure)
                && failure instanceof CalendarFailure.Conflict
            ? changedMeanwhile(call, intent, seen)
            : told(call, outcome);
      }
    };
  }

  private ToolOutcome changedMeanwhile(ToolCall call, Intent intent, CalendarEvent seen) {
    Optional<CalendarEvent> now =
        before(intent) instanceof Outcome.Done<Optional<CalendarEvent>>(var found)
            ? found
            : Optional.empty();
    return new ToolOutcome.Refused(
        new CalendarFailure.Conflict(),
        CalendarTools.changedMeanwhile(seen, now, call.preferences().language()));
  }

  private Outcome<Optional<CalendarEvent>> before(Intent intent) {
    return intent.event() == null
        ? new Outcome.Done<>(Optional.empty())
        : calendars.get(intent.calendar(), intent.event()).map(Optional::of);
  }

  /** A call that comes again is told what it did, also where the event is not there any more. */
  private Outcome<Effect> act(ToolCall call, Intent intent, Condition condition) {
    return intent.scope() == Scope.FOLLOWING || call.approval() != null
        ? recorded(call, intent.scope())
            .<Outcome<Effect>>map(Outcome.Done::new)
            .orElseGet(() -> intent.act().on(condition))
        : intent.act().on(condition);
  }

  private Optional<Effect> recorded(ToolCall call, @Nullable Scope scope) {
    Optional<Effect> made = done(call, Following.MAKE);
    Optional<Effect> ended = done(call, Following.END);
    boolean isWhole =
        scope != Scope.FOLLOWING
            || ended.isPresent()
            || made.filter(effect -> !(effect instanceof Effect.Created)).isPresent();
    return isWhole ? made.or(() -> ended) : Optional.empty();
  }

  private Optional<Effect> done(ToolCall call, int step) {
    return journal
        .find(call.user(), new EffectId(call.call(), step))
        .filter(Entry.Done.class::isInstance)
        .map(entry -> ((Entry.Done) entry).effect());
  }

  private ToolOutcome told(ToolCall call, Outcome<Effect> outcome) {
    return switch (outcome) {
      case Outcome.Done<Effect>(Effect effect) ->
          new ToolOutcome.Answered(answers.of(call.name(), effect, call.preferences().language()));
      case Outcome.Failed<Effect>(CalendarFailure failure) -> refused(failure);
    };
  }

  private static CalendarFailure failure(
      Outcome<Optional<CalendarEvent>> before, Outcome<Optional<EventContent>> after) {
    return before instanceof Outcome.Failed<Optional<CalendarEvent>>(CalendarFailure failure)
        ? failure
        : ((Outcome.Failed<Optional<EventContent>>) after).failure();
  }

  static ToolOutcome refused(CalendarFailure failure) {
    return new ToolOutcome.Refused(failure, Failures.told(failure));
  }
}

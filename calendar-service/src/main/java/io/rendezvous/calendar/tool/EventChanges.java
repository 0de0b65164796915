package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Revision;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.tool.ToolCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** EventChanges an event, an occurrence, the rest of a series or all of it. */
final class EventChanges {
  /** What every change is asked with. */
  record Asked(
      @Nullable String calendar,
      String event,
      @Nullable Scope scope,
      @Nullable Boolean notifyAttendees,
      Condition condition) {}

  private final Calendar calendars;
  private final Targets targets;
  private final Following following;

  EventChanges(Calendar calendars, Targets targets) {
    this.calendars = calendars;
    this.targets = targets;
    this.following = new Following(calendars);
  }

  Outcome<Intent> intent(ToolCall call, Asked asked, Revision revision) {
    CalendarId calendar = targets.calendar(call, asked.calendar());
    Notify notify = Intent.notify(asked.notifyAttendees());
    return Targets.event(asked.event(), asked.scope())
        .map(
            event ->
                new Intent(
                    calendar,
                    event,
                    asked.scope(),
                    notify,
                    before ->
                        before
                            .<Outcome<EventContent>>map(revision::of)
                            .orElseGet(() -> new Outcome.Failed<>(new CalendarFailure.NotFound()))
                            .map(Optional::of),
                    condition ->
                        act(
                            call,
                            calendar,
                            event,
                            asked.scope(),
                            guarded(asked.condition(), condition, revision),
                            notify)));
  }

  private Outcome<Effect> act(
      ToolCall call,
      CalendarId calendar,
      String event,
      @Nullable Scope scope,
      Revision revision,
      Notify notify) {
    return scope == Scope.FOLLOWING
        ? following.change(calendar, call.call(), event, revision, notify)
        : calendars.change(calendar, EffectId.of(call.call()), event, revision, notify);
  }

  /** The revision, where both conditions hold. */
  private static Revision guarded(Condition asked, Condition approved, Revision revision) {
    return current ->
        asked
            .refuses(current)
            .or(() -> approved.refuses(current))
            .<Outcome<EventContent>>map(Outcome.Failed::new)
            .orElseGet(() -> revision.of(current));
  }
}

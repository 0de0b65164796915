package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.Optional;

/** Deletes an event, an occurrence, the rest of a series or all of it. */
final class DeleteEvent implements EffectTool {
  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;
  private final Following following;

  DeleteEvent(Calendar calendars, Arguments arguments, Targets targets) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
    this.following = new Following(calendars);
  }

  @Override
  public String name() {
    return ToolCatalogue.DELETE_EVENT;
  }

  @Override
  public Outcome<Intent> intent(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.DeleteEvent.class)
        .then(
            asked ->
                Targets.event(asked.eventId(), asked.scope())
                    .map(event -> intent(call, asked, event)));
  }

  private Intent intent(ToolCall call, CalendarArguments.DeleteEvent asked, String event) {
    CalendarId calendar = targets.calendar(call, asked.calendarId());
    Notify notify = Intent.notify(asked.notifyAttendees());
    Condition version = Condition.version(asked.etag());
    return new Intent(
        calendar,
        event,
        asked.scope(),
        notify,
        _ -> new Outcome.Done<>(Optional.empty()),
        approved ->
            act(
                call,
                calendar,
                event,
                asked,
                current -> version.refuses(current).or(() -> approved.refuses(current)),
                notify));
  }

  private Outcome<Effect> act(
      ToolCall call,
      CalendarId calendar,
      String event,
      CalendarArguments.DeleteEvent asked,
      Condition condition,
      Notify notify) {
    return asked.scope() == Scope.FOLLOWING
        ? following.end(calendar, call.call(), event, condition, notify)
        : calendars.delete(calendar, EffectId.of(call.call()), event, condition, notify);
  }
}

package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;

/** EventChanges an event: what is not given stays. */
final class UpdateEvent implements EffectTool {
  private final Arguments arguments;
  private final EventChanges changes;

  UpdateEvent(Arguments arguments, EventChanges changes) {
    this.arguments = arguments;
    this.changes = changes;
  }

  @Override
  public String name() {
    return ToolCatalogue.UPDATE_EVENT;
  }

  @Override
  public Outcome<Intent> intent(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.UpdateEvent.class)
        .then(
            asked ->
                changes.intent(
                    call,
                    new EventChanges.Asked(
                        asked.calendarId(),
                        asked.eventId(),
                        asked.scope(),
                        asked.notifyAttendees(),
                        Condition.version(asked.etag())),
                    new Edit(asked, Duration.ofMinutes(call.preferences().meetingMinutes()))::of));
  }
}

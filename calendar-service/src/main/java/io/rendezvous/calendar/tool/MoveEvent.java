package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.LocalWhen;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;

/** Moves an event; its length and its zone stay unless others are given. */
final class MoveEvent implements EffectTool {
  private final Arguments arguments;
  private final EventChanges changes;

  MoveEvent(Arguments arguments, EventChanges changes) {
    this.arguments = arguments;
    this.changes = changes;
  }

  @Override
  public String name() {
    return ToolCatalogue.MOVE_EVENT;
  }

  @Override
  public Outcome<Intent> intent(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.MoveEvent.class)
        .then(
            asked ->
                changes.intent(
                    call,
                    new EventChanges.Asked(
                        asked.calendarId(),
                        asked.eventId(),
                        asked.scope(),
                        asked.notifyAttendees(),
                        Condition.NONE),
                    current -> moved(call, current, asked)));
  }

  private static Outcome<EventContent> moved(
      ToolCall call, CalendarEvent current, CalendarArguments.MoveEvent asked) {
    var usual = Duration.ofMinutes(call.preferences().meetingMinutes());
    return new Edit(asUpdate(asked, start(current, asked.start())), usual).of(current);
  }

  /** Moved to another day, an event keeps its time of day. */
  private static LocalWhen start(CalendarEvent current, LocalWhen asked) {
    return asked.isDay() && !current.time().allDay()
        ? new LocalWhen(asked.day(), current.time().localStart().toLocalTime())
        : asked;
  }

  private static CalendarArguments.UpdateEvent asUpdate(
      CalendarArguments.MoveEvent asked, LocalWhen start) {
    return new CalendarArguments.UpdateEvent(
        asked.eventId(),
        asked.scope(),
        null,
        start,
        asked.end(),
        asked.timeZone(),
        null,
        null,
        null,
        null,
        null,
        null,
        asked.notifyAttendees(),
        asked.weekday(),
        null,
        asked.calendarId());
  }
}

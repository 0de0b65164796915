package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;

/** Moves an event; its length and its zone stay unless others are given. */
final class MoveEvent implements Tool {
  private final Calendar calendar;
  private final Arguments arguments;
  private final EffectAnswers answers;

  MoveEvent(Calendar calendar, Arguments arguments, EffectAnswers answers) {
    this.calendar = calendar;
    this.arguments = arguments;
    this.answers = answers;
  }

  @Override
  public String name() {
    return ToolCatalogue.MOVE_EVENT;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.MoveEvent.class)
        .then(
            asked ->
                calendar.change(
                    CalendarId.personal(call.user()),
                    EffectId.of(call.call()),
                    asked.eventId(),
                    current -> moved(current, asked),
                    Notify.NOBODY))
        .map(effect -> answers.of(effect, call.preferences().language()));
  }

  private static Outcome<EventContent> moved(
      CalendarEvent current, CalendarArguments.MoveEvent asked) {
    return LocalTimes.zone(asked.timeZone(), current.time().zone())
        .then(zone -> LocalTimes.time(asked.start(), asked.end(), current.time().length(), zone))
        .map(current.content()::at);
  }
}

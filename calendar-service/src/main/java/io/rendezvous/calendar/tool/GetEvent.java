package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;

/** Tells all of one event. */
final class GetEvent implements Tool {
  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;

  GetEvent(Calendar calendars, Arguments arguments, Targets targets) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
  }

  @Override
  public String name() {
    return ToolCatalogue.GET_EVENT;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.GetEvent.class)
        .then(asked -> calendars.get(targets.calendar(call, asked.calendarId()), asked.eventId()))
        .map(event -> Views.whole(event, call.preferences().language()))
        .map(view -> ToolAnswer.read(new CalendarResult.Found(view)));
  }
}

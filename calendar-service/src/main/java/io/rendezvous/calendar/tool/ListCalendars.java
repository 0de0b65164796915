package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.Comparator;
import java.util.List;

/** Lists the user's calendars, the default one first. */
final class ListCalendars implements Tool {
  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;

  ListCalendars(Calendar calendars, Arguments arguments, Targets targets) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
  }

  @Override
  public String name() {
    return ToolCatalogue.LIST_CALENDARS;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.ListCalendars.class)
        .then(_ -> calendars.calendars(call.user(), null))
        .map(found -> answer(found, targets.calendar(call, null)));
  }

  private static ToolAnswer answer(List<CalendarInfo> found, CalendarId standard) {
    return ToolAnswer.read(
        new CalendarResult.Calendars(
            found.stream()
                .sorted(Comparator.comparing(info -> !info.id().equals(standard)))
                .map(info -> view(info, info.id().equals(standard)))
                .toList()));
  }

  private static CalendarResult.CalendarView view(CalendarInfo info, boolean standard) {
    return new CalendarResult.CalendarView(
        info.id().name(),
        info.title(),
        info.zone() == null ? null : info.zone().getId(),
        info.role().name(),
        standard);
  }
}

package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.List;

/** Lists the events of a period, all or those with certain words. */
final class ListEvents implements Tool {
  /** As the tool's schema says. */
  private static final int LONGEST_DAYS = 366;

  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;
  private final ToolSettings limits;

  ListEvents(Calendar calendars, Arguments arguments, Targets targets, ToolSettings limits) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
    this.limits = limits;
  }

  @Override
  public String name() {
    return ToolCatalogue.LIST_EVENTS;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.ListEvents.class)
        .then(
            asked ->
                LocalTimes.zone(asked.timeZone(), call.preferences().timeZone())
                    .then(zone -> LocalTimes.period(asked.from(), asked.to(), zone, LONGEST_DAYS))
                    .then(period -> find(call, asked, period)));
  }

  private Outcome<ToolAnswer> find(
      ToolCall call, CalendarArguments.ListEvents asked, Period period) {
    Words words = Words.of(asked.query());
    int read = words.isEmpty() ? limits.listLimit() : limits.readLimit();
    return calendars
        .list(targets.calendar(call, asked.calendarId()), period, read, null)
        .map(page -> answer(call, page, words));
  }

  private ToolAnswer answer(ToolCall call, EventPage page, Words words) {
    List<CalendarEvent> found = page.events().stream().filter(words::areIn).toList();
    List<CalendarEvent> told = found.stream().limit(limits.listLimit()).toList();
    boolean more = page.next() != null || found.size() > told.size();
    return ToolAnswer.read(
        new CalendarResult.Events(Views.events(told, call.preferences().language()), more));
  }
}

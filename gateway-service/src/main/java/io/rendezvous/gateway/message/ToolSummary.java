package io.rendezvous.gateway.message;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.wire.Json;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** What a tool came to, in one line. */
final class ToolSummary {
  private static final int MAX_CHARACTERS = 200;
  private static final int MAX_ITEMS = 3;

  private ToolSummary() {}

  static String of(String result) {
    try {
      return shorten(say(Json.MAPPER.readValue(result, CalendarResult.class)));
    } catch (JacksonException | IllegalArgumentException notOfTheCalendar) {
      return shorten(result);
    }
  }

  private static String say(CalendarResult result) {
    return switch (result) {
      case CalendarResult.Events(var events, var more) ->
          list(events.stream().map(ToolSummary::say).toList(), more);
      case CalendarResult.Created(var event, _) -> say(event);
      case CalendarResult.Moved(_, var event, _) -> say(event);
      case CalendarResult.Deleted(var event) -> say(event);
      case CalendarResult.Updated(_, var event, _, _) -> say(event);
      case CalendarResult.Found(var event) -> say(event);
      case CalendarResult.Calendars(var calendars) ->
          list(calendars.stream().map(CalendarResult.CalendarView::title).toList(), false);
      case CalendarResult.Busy(var people) ->
          list(people.stream().map(CalendarResult.BusyView::email).toList(), false);
      case CalendarResult.Dates(var dates) ->
          list(dates.stream().map(CalendarResult.DateView::when).toList(), false);
      case CalendarResult.Undone(var effects) ->
          list(effects.stream().map(effect -> say(effect.event())).toList(), false);
      case CalendarResult.ChangedMeanwhile(var seen, var now, _) -> say(now == null ? seen : now);
      case CalendarResult.FreeTimes(var slots, _) ->
          list(slots.stream().map(CalendarResult.Slot::when).toList(), false);
      case CalendarResult.Failed(_, var detail) -> detail;
    };
  }

  private static String say(CalendarResult.EventView event) {
    return event.when() + " – " + event.title();
  }

  private static String list(List<String> items, boolean more) {
    String shown = items.stream().limit(MAX_ITEMS).collect(Collectors.joining("; "));
    return more || items.size() > MAX_ITEMS ? shown + "; …" : shown;
  }

  private static String shorten(String text) {
    return text.length() <= MAX_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MAX_CHARACTERS - 1)))
            + "…";
  }
}

package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.ListCalendars;
import io.rendezvous.common.calendar.CalendarResult.CalendarView;
import io.rendezvous.common.calendar.CalendarResult.Calendars;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.util.List;

/** Tells which calendars there are. */
final class CalendarListing {
  private CalendarListing() {}

  static Step next(Scene scene) {
    if (!(scene.latest().orElse(null) instanceof Calendars(var calendars))) {
      return new Call(ToolCatalogue.LIST_CALENDARS, new ListCalendars());
    }
    List<String> lines = calendars.stream().map(calendar -> line(calendar, scene)).toList();
    return new Say(scene.phrasing().calendars(lines));
  }

  private static String line(CalendarView calendar, Scene scene) {
    Phrasing phrasing = scene.phrasing();
    String access =
        switch (calendar.access()) {
          case "FREE_BUSY" -> phrasing.timesOnly();
          case "READER" -> phrasing.readOnly();
          default -> "";
        };
    return calendar.title() + (calendar.primary() ? phrasing.byDefault() : "") + access;
  }
}

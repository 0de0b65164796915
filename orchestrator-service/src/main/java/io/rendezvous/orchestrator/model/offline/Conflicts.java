package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import java.util.List;

/** Tells of events at the same time. */
final class Conflicts {
  private Conflicts() {}

  static String after(String told, EventView event, List<EventView> conflicts, Scene scene) {
    if (conflicts.isEmpty()) {
      return told;
    }
    List<String> lines = scene.lines(conflicts);
    return told
        + "\n"
        + (event.recurrence() == null
            ? scene.phrasing().conflicts(lines)
            : scene.phrasing().seriesConflicts(lines));
  }
}

package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import java.util.List;

/** Tells of events at the same time. */
final class Conflicts {
  private Conflicts() {}

  static String after(String told, List<EventView> conflicts, Scene scene) {
    return conflicts.isEmpty()
        ? told
        : told + "\n" + scene.phrasing().conflicts(scene.lines(conflicts));
  }
}

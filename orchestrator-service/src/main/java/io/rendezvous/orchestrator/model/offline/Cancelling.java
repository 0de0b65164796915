package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.DeleteEvent;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.Deleted;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Updated;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the event that is meant, and deletes it or as much of its series as is meant. */
final class Cancelling {
  private Cancelling() {}

  static Step next(Scene scene) {
    Timing source = scene.request().timing();
    EventSearch search = EventSearch.of(scene, source);
    Extent extent = Extent.of(scene, source);
    return scene
        .problem(source)
        .or(() -> scene.latest().flatMap(result -> told(result, search)).map(Say::new))
        .orElseGet(
            () -> Picking.one(search, event -> extent.act(event, scope -> delete(event, scope))));
  }

  private static Step delete(EventView event, @Nullable Scope scope) {
    return new Call(
        ToolCatalogue.DELETE_EVENT,
        new DeleteEvent(event.id(), scope, null, null, event.calendarId()));
  }

  private static Optional<String> told(CalendarResult result, EventSearch search) {
    Scene scene = search.scene();
    Phrasing phrasing = scene.phrasing();
    if (result instanceof Deleted(var event)) {
      return Optional.of(
          event.recurrence() == null
              ? phrasing.cancelled(event.title(), scene.when(event))
              : phrasing.seriesCancelled(event.title(), scene.when(event)));
    }
    // A series that ends earlier is changed; what is told is from when on it is not there any more.
    return result instanceof Updated
        ? search.found().stream()
            .findFirst()
            .map(event -> phrasing.restCancelled(event.title(), scene.when(event)))
        : Optional.empty();
  }
}

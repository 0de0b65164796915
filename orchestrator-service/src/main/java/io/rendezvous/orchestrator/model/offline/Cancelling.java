package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.DeleteEvent;
import io.rendezvous.common.calendar.CalendarResult.Deleted;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;

/** Finds the event that is meant, and deletes it. */
final class Cancelling {
  private Cancelling() {}

  static Step next(Scene scene) {
    if (scene.latest().orElse(null) instanceof Deleted(var event)) {
      return new Say(scene.phrasing().cancelled(event.title(), scene.when(event)));
    }
    Timing source = scene.request().timing();
    return scene
        .problem(source)
        .orElseGet(
            () ->
                Picking.one(
                    EventSearch.of(scene, source),
                    event -> new Call(ToolCatalogue.DELETE_EVENT, new DeleteEvent(event.id()))));
  }
}

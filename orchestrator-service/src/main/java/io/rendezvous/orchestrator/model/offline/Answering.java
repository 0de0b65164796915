package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.RespondToInvitation;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Updated;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.util.Optional;

/** Finds the invitation that is meant, and answers it. */
final class Answering {
  private Answering() {}

  static Step next(Scene scene, Response response) {
    if (scene.latest().orElse(null) instanceof Updated updated) {
      EventView event = updated.event();
      String told = scene.phrasing().answered(response, event.title(), scene.when(event));
      return new Say(Conflicts.after(told, event, updated.conflicts(), scene));
    }
    Timing source = scene.request().timing();
    Extent extent = Extent.of(scene, source);
    return scene
        .problem(source)
        .orElseGet(
            () ->
                Picking.one(
                    EventSearch.of(scene, source).invitations(),
                    event -> respond(event, response, extent)));
  }

  /** Who names no day answers for a series as a whole, as it was sent. */
  private static Step respond(EventView event, Response response, Extent extent) {
    boolean once = extent.said().equals(Optional.of(Scope.THIS));
    return new Call(
        ToolCatalogue.RESPOND_TO_INVITATION,
        new RespondToInvitation(
            once ? event.id() : Extent.series(event), response, null, event.calendarId()));
  }
}

package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.MoveEvent;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Moved;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import io.rendezvous.orchestrator.model.offline.Timing.Span;
import java.util.Optional;

/** Finds the event that is meant, and moves it. */
final class Moving {
  private Moving() {}

  static Step next(Scene scene) {
    if (scene.latest().orElse(null) instanceof Moved moved) {
      return new Say(
          Conflicts.after(
              scene
                  .phrasing()
                  .moved(
                      moved.event().title(), scene.when(moved.before()), scene.when(moved.event())),
              moved.conflicts(),
              scene));
    }
    Relocation relocation = Relocation.of(scene.request());
    return scene
        .problem(relocation.source())
        .or(() -> scene.problem(relocation.target()))
        .or(() -> relocation.missing().map(scene::ask))
        .orElseGet(
            () ->
                Picking.one(
                    EventSearch.of(scene, relocation.source()),
                    event -> move(scene, relocation, event)));
  }

  private static Step move(Scene scene, Relocation relocation, EventView event) {
    Span now = new Span(scene.local(event.start()), scene.local(event.end()));
    Span target = relocation.from(now);
    if (target.start().equals(now.start()) && target.end() == null) {
      return scene.ask(
          scene.phrasing().alreadyThere(event.title(), scene.when(event)), Question.NEW_TIME);
    }
    String zone = scene.preferences().timeZone().getId();
    return new Call(
        ToolCatalogue.MOVE_EVENT,
        new MoveEvent(
            event.id(),
            target.start(),
            target.end(),
            Optional.of(zone).filter(own -> !own.equals(event.timeZone())).orElse(null)));
  }
}

package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.GetEvent;
import io.rendezvous.common.calendar.CalendarArguments.MoveEvent;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.Created;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Found;
import io.rendezvous.common.calendar.CalendarResult.Moved;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the event that is meant, and moves it or as much of its series as is meant. */
final class Moving {
  private Moving() {}

  static Step next(Scene scene) {
    Relocation relocation = Relocation.of(scene.request());
    Extent extent = Extent.of(scene, relocation.source());
    return scene
        .latest()
        .flatMap(result -> told(result, scene))
        .<Step>map(Say::new)
        .or(() -> scene.problem(relocation.source()))
        .or(() -> scene.problem(relocation.target()))
        .or(() -> newRhythm(relocation, scene))
        .or(() -> relocation.missing().map(scene::ask))
        .orElseGet(
            () ->
                Picking.one(
                    EventSearch.of(scene, relocation.source()),
                    event -> extent.act(event, scope -> move(scene, relocation, event, scope))));
  }

  private static Optional<String> told(CalendarResult result, Scene scene) {
    Phrasing phrasing = scene.phrasing();
    if (result instanceof Moved(var before, var event, var conflicts)) {
      String told = phrasing.moved(event.title(), scene.when(before), scene.when(event));
      return Optional.of(Conflicts.after(told, event, conflicts, scene));
    }
    // The rest of a series becomes one of its own.
    if (result instanceof Created(var event, var conflicts)) {
      String told = phrasing.restMoved(event.title(), scene.when(event));
      return Optional.of(Conflicts.after(told, event, conflicts, scene));
    }
    return Optional.empty();
  }

  /** What repeats is moved by a time, and not to other days: its rule would have to change. */
  private static Optional<Step> newRhythm(Relocation relocation, Scene scene) {
    return relocation.target().series().map(_ -> new Say(scene.phrasing().newRhythm()));
  }

  private static Step move(
      Scene scene, Relocation relocation, EventView event, @Nullable Scope scope) {
    Span now = scene.span(event);
    Span target = relocation.from(now);
    if (target.start().equals(now.start()) && target.end() == null) {
      return scene.ask(
          scene.phrasing().alreadyThere(event.title(), scene.when(event)), Question.NEW_TIME);
    }
    if (scope == null || scope == Scope.THIS) {
      return call(scene, event, target, scope);
    }
    if (!(scene.latest().orElse(null) instanceof Found(var series))) {
      return new Call(
          ToolCatalogue.GET_EVENT, new GetEvent(Extent.series(event), event.calendarId()));
    }
    var shift = new Shift(now, target);
    if (shift.changesDays() && Shift.isTiedToDays(series)) {
      return new Say(scene.phrasing().newRhythm());
    }
    return call(scene, event, scope == Scope.ALL ? shift.of(scene.span(series)) : target, scope);
  }

  private static Call call(Scene scene, EventView event, Span target, @Nullable Scope scope) {
    String zone = scene.preferences().timeZone().getId();
    return new Call(
        ToolCatalogue.MOVE_EVENT,
        new MoveEvent(
            event.id(),
            target.from(),
            target.to(),
            Optional.of(zone).filter(own -> !own.equals(event.timeZone())).orElse(null),
            scope,
            null,
            null,
            event.calendarId()));
  }
}

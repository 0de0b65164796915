package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.CreateEvent;
import io.rendezvous.common.calendar.CalendarResult.Created;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.Meaning;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import io.rendezvous.orchestrator.model.offline.Timing.Span;
import java.util.Optional;

/** Makes an event, once it is known when. */
final class Scheduling {
  private Scheduling() {}

  static Step next(Scene scene) {
    if (scene.latest().orElse(null) instanceof Created created) {
      return new Say(
          Conflicts.after(
              scene.phrasing().created(created.event().title(), scene.when(created.event())),
              created.conflicts(),
              scene));
    }
    Timing timing = scene.request().timing();
    return scene
        .problem(timing)
        .or(() -> beyond(scene).map(Say::new))
        .or(() -> timing.span(null).map(span -> create(scene.request(), span)))
        .orElseGet(() -> scene.ask(timing.missing()));
  }

  /** To make something else than what was asked for is worse than to make nothing. */
  private static Optional<String> beyond(Scene scene) {
    Request request = scene.request();
    if (request.language().vocabulary().recurring().matcher(request.opening().folded()).find()) {
      return Optional.of(scene.phrasing().notRecurring());
    }
    long dates =
        request.opening().meanings().stream()
            .filter(meaning -> meaning instanceof Meaning.Moment(_, var dayStated, _) && dayStated)
            .count();
    return dates > 1 ? Optional.of(scene.phrasing().oneAtATime()) : Optional.empty();
  }

  private static Step create(Request request, Span span) {
    Language language = request.language();
    String title = Title.of(request);
    return new Call(
        ToolCatalogue.CREATE_EVENT,
        new CreateEvent(
            title.isEmpty() ? language.phrasing().untitled() : title,
            span.start(),
            span.end(),
            null,
            null,
            null,
            new People(language.vocabulary()).in(request)));
  }
}

package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.CreateEvent;
import io.rendezvous.common.calendar.CalendarResult.Created;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.Meaning;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.util.List;
import java.util.Optional;

/** Makes an event or a series, once it is known when. */
final class Scheduling {
  private Scheduling() {}

  static Step next(Scene scene) {
    Timing timing = scene.request().timing();
    Optional<Repetition> repetition = Repetition.of(timing, scene.now());
    if (scene.latest().orElse(null) instanceof Created created) {
      return new Say(told(created, repetition, scene));
    }
    return scene
        .problem(timing)
        .or(() -> beyond(scene).map(Say::new))
        .or(() -> repetition.map(series -> create(scene, series.first(), rules(series, scene))))
        .or(() -> single(timing).map(span -> create(scene, span, List.of())))
        .orElseGet(() -> scene.ask(timing.once().missing()));
  }

  private static Optional<Span> single(Timing timing) {
    return timing.series().isPresent() ? Optional.empty() : timing.span(null);
  }

  private static List<String> rules(Repetition repetition, Scene scene) {
    return repetition.rules(scene.preferences().timeZone());
  }

  private static String told(Created created, Optional<Repetition> repetition, Scene scene) {
    String told = scene.phrasing().created(created.event().title(), scene.when(created.event()));
    String goingOn =
        repetition
            .map(series -> "\n" + new Occurrences(scene, created.event()).of(series))
            .orElse("");
    return Conflicts.after(told + goingOn, created.event(), created.conflicts(), scene);
  }

  /** To make something else than what was asked for is worse than to make nothing. */
  private static Optional<String> beyond(Scene scene) {
    Request request = scene.request();
    Optional<Meaning.Series> series = request.timing().series();
    boolean recurring =
        request.language().vocabulary().recurring().matcher(request.opening().folded()).find();
    if (series.map(Repetition::isTooOften).orElse(recurring)) {
      return Optional.of(scene.phrasing().notRecurring());
    }
    long dates =
        request.opening().meanings().stream()
            .filter(
                meaning ->
                    meaning instanceof Meaning.Series
                        || (meaning instanceof Meaning.Moment(_, var dayStated, _) && dayStated))
            .count();
    return dates > 1 ? Optional.of(scene.phrasing().oneAtATime()) : Optional.empty();
  }

  private static Step create(Scene scene, Span span, List<String> recurrence) {
    Request request = scene.request();
    Language language = request.language();
    String title = Title.of(request);
    return new Call(
        ToolCatalogue.CREATE_EVENT,
        new CreateEvent(
            title.isEmpty() ? language.phrasing().untitled() : title,
            span.from(),
            span.to(),
            null,
            null,
            null,
            new People(language.vocabulary()).in(request),
            recurrence,
            List.of(),
            null,
            null,
            null,
            null));
  }
}

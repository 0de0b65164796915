package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.orchestrator.model.offline.Vocabulary.Scopes;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of a series is meant.
 *
 * @param said what was said of it; empty where nothing was
 */
record Extent(Scene scene, Optional<Scope> said) {
  static Extent of(Scene scene, Timing source) {
    Request request = scene.request();
    Scopes words = request.language().vocabulary().scopes();
    Optional<Scope> said = opening(request.opening().folded(), words, source);
    for (Reply reply : request.replies()) {
      if (reply.asked().question() == Question.WHICH_SCOPE) {
        said = reply(reply.said().folded(), words).or(() -> named(source));
      }
    }
    return new Extent(scene, said);
  }

  /** Acts on an event that happens once, or on as much of its series as was said; else asks. */
  Step act(EventView event, Function<@Nullable Scope, Step> act) {
    if (event.seriesId() == null) {
      return act.apply(null);
    }
    return said.map(act)
        .orElseGet(
            () ->
                scene.ask(
                    scene.phrasing().partOfSeries(event.title(), scene.when(event)),
                    Question.WHICH_SCOPE));
  }

  /** The id of an event's series, or its own. */
  static String series(EventView event) {
    return event.seriesId() == null ? event.id() : event.seriesId();
  }

  private static Optional<Scope> opening(String folded, Scopes words, Timing source) {
    if (words.following().matcher(folded).find()) {
      return Optional.of(Scope.FOLLOWING);
    }
    if (source.series().isPresent() || words.whole().matcher(folded).find()) {
      return Optional.of(Scope.ALL);
    }
    return words.once().matcher(folded).find() ? Optional.of(Scope.THIS) : named(source);
  }

  /** A day that is named has one occurrence. */
  private static Optional<Scope> named(Timing source) {
    return source.day().map(_ -> Scope.THIS);
  }

  private static Optional<Scope> reply(String folded, Scopes words) {
    if (words.following().matcher(folded).find()) {
      return Optional.of(Scope.FOLLOWING);
    }
    if (words.once().matcher(folded).find()) {
      return Optional.of(Scope.THIS);
    }
    return words.all().matcher(folded).find() ? Optional.of(Scope.ALL) : Optional.empty();
  }
}

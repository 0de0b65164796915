package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.Undo;
import io.rendezvous.common.calendar.CalendarResult.Undone;
import io.rendezvous.common.calendar.CalendarResult.UndoneView;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.Meaning.Length;
import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Problem;
import io.rendezvous.dates.Meaning.Series;
import io.rendezvous.dates.Meaning.Stretch;
import io.rendezvous.dates.Period;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Takes back what was done last, and tells what is as it was and what is not. */
final class Undoing {
  /** As the tool's schema says. */
  private static final Duration FURTHEST = Duration.ofDays(1);

  private Undoing() {}

  static Step next(Scene scene) {
    if (scene.latest().orElse(null) instanceof Undone(var effects)) {
      return new Say(told(effects, scene));
    }
    Timing said = said(scene);
    if (said.isEmpty()) {
      return undo(new Undo(null));
    }
    return length(said, scene.now())
        .filter(length -> length.compareTo(FURTHEST) <= 0 && length.isPositive())
        .<Step>map(length -> undo(new Undo((int) minutes(length))))
        .orElseGet(() -> new Say(scene.phrasing().undoReach()));
  }

  /** "The last ten minutes" are ten minutes. */
  private static Timing said(Scene scene) {
    Request request = scene.request();
    Vocabulary.Lookback words = request.language().vocabulary().lookback();
    String text = words.one().matcher(request.opening().folded()).replaceAll(words.article());
    return new Timing(
        Utterance.of(
                words.around().matcher(text).replaceAll(""),
                request.language().locale(scene.preferences()),
                scene.now())
            .meanings());
  }

  /** How long ago; of days only those that are not over. */
  private static Optional<Duration> length(Timing said, LocalDateTime now) {
    return switch (said.said().getLast()) {
      case Length(var length) -> Optional.of(length);
      case Moment(var at, _, _) -> Optional.of(Duration.between(at, now));
      case Stretch stretch -> since(stretch.period(), now);
      case Series _, Problem _ -> Optional.empty();
    };
  }

  private static Optional<Duration> since(Period period, LocalDateTime now) {
    return Optional.of(period)
        .filter(days -> days.to().isAfter(now))
        .map(days -> Duration.between(days.from(), now));
  }

  /** Begun minutes count. */
  private static long minutes(Duration length) {
    return length.plusMinutes(1).minusNanos(1).toMinutes();
  }

  private static Call undo(Undo asked) {
    return new Call(ToolCatalogue.UNDO, asked);
  }

  private static String told(List<UndoneView> effects, Scene scene) {
    Phrasing phrasing = scene.phrasing();
    if (effects.isEmpty()) {
      return phrasing.nothingToUndo();
    }
    boolean any = effects.stream().anyMatch(UndoneView::done);
    return (any ? phrasing.effectsUndone() : phrasing.nothingUndone())
        + Phrasing.bullets(effects.stream().map(effect -> line(effect, scene)).toList());
  }

  private static String line(UndoneView effect, Scene scene) {
    Phrasing phrasing = scene.phrasing();
    String title = effect.event().title();
    String when = scene.when(effect.event());
    if (!effect.done()) {
      return phrasing.notUndone(title, when);
    }
    return switch (effect.what()) {
      case "created" -> phrasing.goneAgain(title, when);
      case "deleted" -> phrasing.backAgain(title, when);
      default ->
          phrasing.asBefore(title, when)
              + (effect.kept().isEmpty() ? "" : " " + phrasing.keptEdits(effect.kept()));
    };
  }
}

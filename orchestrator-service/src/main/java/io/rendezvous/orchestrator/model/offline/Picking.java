package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Acts on the one event that a search finds; several or none are told instead. */
final class Picking {
  /** So many can be read at a glance. */
  private static final int MOST_CHOICES = 10;

  private Picking() {}

  static Step one(EventSearch search, Function<EventView, Step> act) {
    return search.next().orElseGet(() -> pick(search, act));
  }

  private static Step pick(EventSearch search, Function<EventView, Step> act) {
    List<EventView> found = nextOfEach(search.found());
    if (found.isEmpty()) {
      return new Say(search.scene().phrasing().notFound(search.period()));
    }
    return found.size() == 1 && !search.isVague()
        ? act.apply(found.getFirst())
        : which(search.scene(), found);
  }

  /** The occurrences of one series are one thing to choose. */
  private static List<EventView> nextOfEach(List<EventView> found) {
    var seen = new HashSet<String>();
    return found.stream()
        .filter(event -> event.seriesId() == null || seen.add(event.seriesId()))
        .toList();
  }

  private static Say which(Scene scene, List<EventView> found) {
    var text = new StringBuilder(scene.phrasing().found());
    for (int i = 0; i < Math.min(found.size(), MOST_CHOICES); i++) {
      text.append('\n').append(i + 1).append(". ").append(scene.line(found.get(i)));
    }
    return scene.ask(text.toString(), Question.WHICH_EVENT);
  }
}

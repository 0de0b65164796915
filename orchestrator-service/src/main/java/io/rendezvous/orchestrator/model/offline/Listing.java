package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.ListEvents;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Events;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.DayPart;
import io.rendezvous.dates.Period;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.time.LocalDateTime;
import java.util.List;

/** Tells what is planned. */
final class Listing {
  private static final int USUAL_DAYS = 7;

  /** As the tool's schema says. */
  private static final int MOST_DAYS = 366;

  private Listing() {}

  static Step next(Scene scene) {
    Timing timing = scene.request().timing();
    return scene
        .problem(timing)
        .or(() -> scene.rhythm(timing))
        .orElseGet(() -> list(scene, period(timing, scene.now())));
  }

  private static Step list(Scene scene, Period period) {
    if (!(scene.latest().orElse(null) instanceof Events(var events, var more))) {
      return new Call(
          ToolCatalogue.LIST_EVENTS, new ListEvents(period.from(), period.to(), null, null));
    }
    return new Say(
        events.isEmpty()
            ? scene.phrasing().nothingPlanned(period)
            : scene.phrasing().planned(period, scene.lines(events), more));
  }

  /** When one event is, wherever it may be. */
  static Step locate(Scene scene) {
    Timing timing = scene.request().timing();
    EventSearch search = EventSearch.of(scene, timing);
    return scene.problem(timing).or(search::next).orElseGet(() -> located(search));
  }

  private static Step located(EventSearch search) {
    List<EventView> found = search.found();
    Phrasing phrasing = search.scene().phrasing();
    return new Say(
        found.isEmpty()
            ? phrasing.notFound(search.period())
            : phrasing.found() + Phrasing.bullets(search.scene().lines(found)));
  }

  /** The days that were named; the next seven where none were. */
  private static Period period(Timing timing, LocalDateTime now) {
    LocalDateTime today = now.toLocalDate().atStartOfDay();
    Period period =
        timing
            .namedDays()
            .or(timing::stretch)
            .or(() -> timing.span(null).map(span -> DayPart.ALL_DAY.on(span.start().toLocalDate())))
            .orElseGet(() -> new Period(today, today.plusDays(USUAL_DAYS)));
    LocalDateTime from =
        period.from().isBefore(today) && period.to().isAfter(today) ? today : period.from();
    LocalDateTime limit = from.plusDays(MOST_DAYS);
    return new Period(from, period.to().isAfter(limit) ? limit : period.to());
  }
}

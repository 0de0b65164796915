package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.FindFreeTime;
import io.rendezvous.common.calendar.CalendarArguments.ListEvents;
import io.rendezvous.common.calendar.CalendarResult.Events;
import io.rendezvous.common.calendar.CalendarResult.FreeTimes;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.Period;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import io.rendezvous.orchestrator.model.offline.Timing.Span;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Finds free time in a period, or tells whether a time is free. */
final class FindingTime {
  private static final int USUAL_DAYS = 7;

  /** As the tool's schema says. */
  private static final int MOST_DAYS = 62;

  private static final int FEWEST_MINUTES = 5;
  private static final int MOST_MINUTES = 24 * 60;

  private FindingTime() {}

  static Step next(Scene scene) {
    Timing timing = scene.request().timing();
    return scene
        .problem(timing)
        .or(() -> timing.moment().map(span -> ask(scene, span)))
        .orElseGet(() -> search(scene, timing));
  }

  private static Step search(Scene scene, Timing timing) {
    Period period = period(timing, scene.now().truncatedTo(ChronoUnit.MINUTES));
    if (!(scene.latest().orElse(null) instanceof FreeTimes(var slots, _))) {
      return new Call(
          ToolCatalogue.FIND_FREE_TIME,
          new FindFreeTime(period.from(), period.to(), minutes(timing), null));
    }
    var spoken = new Spoken(scene.request().language(), scene.preferences());
    return new Say(
        slots.isEmpty()
            ? scene.phrasing().noFreeTime(period)
            : scene.phrasing().freeTimes(period, slots.stream().map(spoken::when).toList()));
  }

  /** "Am I free at 1pm?" is asked of the calendar itself, also outside working hours. */
  private static Step ask(Scene scene, Span span) {
    LocalDateTime end =
        span.end() != null
            ? span.end()
            : span.start().plusMinutes(scene.preferences().meetingMinutes());
    if (!(scene.latest().orElse(null) instanceof Events(var events, _))) {
      return new Call(ToolCatalogue.LIST_EVENTS, new ListEvents(span.start(), end, null, null));
    }
    ZoneId zone = scene.preferences().timeZone();
    String when =
        new Spoken(scene.request().language(), scene.preferences())
            .when(span.start().atZone(zone), end.atZone(zone));
    return new Say(
        events.isEmpty()
            ? scene.phrasing().freeAt(when)
            : scene.phrasing().busyAt(when, scene.lines(events)));
  }

  private static @Nullable Integer minutes(Timing timing) {
    return timing
        .length()
        .map(Duration::toMinutes)
        .map(minutes -> (int) Math.clamp(minutes, FEWEST_MINUTES, MOST_MINUTES))
        .orElse(null);
  }

  private static Period period(Timing timing, LocalDateTime now) {
    Period period =
        timing
            .stretch()
            .or(timing::namedDays)
            .orElseGet(() -> new Period(now, now.plusDays(USUAL_DAYS)));
    LocalDateTime from =
        period.from().isBefore(now) && period.to().isAfter(now) ? now : period.from();
    LocalDateTime limit = from.plusDays(MOST_DAYS);
    return new Period(from, period.to().isAfter(limit) ? limit : period.to());
  }
}

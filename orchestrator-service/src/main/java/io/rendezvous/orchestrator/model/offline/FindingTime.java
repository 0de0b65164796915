package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments.FindFreeTime;
import io.rendezvous.common.calendar.CalendarArguments.ListEvents;
import io.rendezvous.common.calendar.CalendarResult.Events;
import io.rendezvous.common.calendar.CalendarResult.FreeTimes;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.Period;
import io.rendezvous.orchestrator.model.offline.Step.Call;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    Company company = Company.of(scene.request());
    Optional<Span> moment = timing.moment();
    return scene
        .problem(timing)
        .or(() -> scene.rhythm(timing))
        .or(() -> moment.filter(_ -> company.isEmpty()).map(span -> ask(scene, span)))
        .orElseGet(
            () ->
                moment
                    .map(span -> together(scene, company, span))
                    .orElseGet(() -> search(scene, company, timing)));
  }

  private static Step search(Scene scene, Company company, Timing timing) {
    Period period = period(timing, scene.now().truncatedTo(ChronoUnit.MINUTES));
    return search(scene, company, period, minutes(timing.length()));
  }

  /** A time that suits everybody is a slot that fills it. */
  private static Step together(Scene scene, Company company, Span span) {
    LocalDateTime end = end(scene, span);
    return search(
        scene,
        company,
        new Period(span.start(), end),
        minutes(Optional.of(Duration.between(span.start(), end))));
  }

  private static Step search(
      Scene scene, Company company, Period period, @Nullable Integer minutes) {
    if (!(scene.latest().orElse(null) instanceof FreeTimes(var slots, var unknown))) {
      return new Call(
          ToolCatalogue.FIND_FREE_TIME,
          new FindFreeTime(period.from(), period.to(), minutes, null, company.addresses(), null));
    }
    List<String> unseen = Objects.requireNonNullElse(unknown, List.of());
    return new Say(
        told(scene.phrasing(), period, company.known(unseen), scene.slots(slots))
            + Optional.of(company.unknown(unseen))
                .filter(people -> !people.isEmpty())
                .map(people -> "\n" + scene.phrasing().timesUnknown(people))
                .orElse(""));
  }

  private static String told(
      Phrasing phrasing, Period period, List<String> others, List<String> slots) {
    if (others.isEmpty()) {
      return slots.isEmpty() ? phrasing.noFreeTime(period) : phrasing.freeTimes(period, slots);
    }
    return slots.isEmpty()
        ? phrasing.noTimeTogether(others, period)
        : phrasing.timesTogether(others, period, slots);
  }

  /** "Am I free at 1pm?" is asked of the calendar itself, also outside working hours. */
  private static Step ask(Scene scene, Span span) {
    LocalDateTime end = end(scene, span);
    if (!(scene.latest().orElse(null) instanceof Events(var events, _))) {
      return new Call(ToolCatalogue.LIST_EVENTS, new ListEvents(span.start(), end, null, null));
    }
    ZoneId zone = scene.preferences().timeZone();
    String when = scene.spoken().when(span.start().atZone(zone), end.atZone(zone), false);
    return new Say(
        events.isEmpty()
            ? scene.phrasing().freeAt(when)
            : scene.phrasing().busyAt(when, scene.lines(events)));
  }

  private static LocalDateTime end(Scene scene, Span span) {
    return span.end() != null
        ? span.end()
        : span.start().plusMinutes(scene.preferences().meetingMinutes());
  }

  private static @Nullable Integer minutes(Optional<Duration> length) {
    return length
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

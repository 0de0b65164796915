package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.Busy;
import io.rendezvous.common.calendar.CalendarResult.Calendars;
import io.rendezvous.common.calendar.CalendarResult.ChangedMeanwhile;
import io.rendezvous.common.calendar.CalendarResult.Created;
import io.rendezvous.common.calendar.CalendarResult.Dates;
import io.rendezvous.common.calendar.CalendarResult.Deleted;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Events;
import io.rendezvous.common.calendar.CalendarResult.Failed;
import io.rendezvous.common.calendar.CalendarResult.Found;
import io.rendezvous.common.calendar.CalendarResult.FreeTimes;
import io.rendezvous.common.calendar.CalendarResult.Moved;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.calendar.CalendarResult.Undone;
import io.rendezvous.common.calendar.CalendarResult.Updated;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.dates.Meaning;
import io.rendezvous.orchestrator.model.offline.Step.Say;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the next step depends on.
 *
 * @param past the exchanges before this one
 * @param results what tools have answered in this turn
 */
record Scene(
    Request request,
    LocalDateTime now,
    Preferences preferences,
    List<Exchange> past,
    List<CalendarResult> results) {
  Scene {
    past = List.copyOf(past);
    results = List.copyOf(results);
  }

  Phrasing phrasing() {
    return request.language().phrasing();
  }

  Optional<CalendarResult> latest() {
    return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
  }

  Say ask(Question question) {
    return new Say(phrasing().question(question));
  }

  Say ask(String first, Question question) {
    return new Say(first + "\n" + phrasing().question(question));
  }

  /** What is wrong with a date is told, with the question for the right one. */
  Optional<Step> problem(Timing timing) {
    return timing
        .problem()
        .map(
            problem ->
                switch (problem) {
                  case Meaning.Mismatch(var date, var stated) -> phrasing().mismatch(date, stated);
                  case Meaning.NoSuchDay(var day, var month) -> phrasing().noSuchDay(day, month);
                  case Meaning.NoSuchWeekday(var nth, var weekday, var month) ->
                      phrasing().noSuchWeekday(nth, weekday, month);
                })
        .map(told -> ask(told, Question.RIGHT_DATE));
  }

  /** What repeats is looked for nowhere as if it were there once. */
  Optional<Step> rhythm(Timing timing) {
    return timing.series().map(_ -> new Say(phrasing().oneStretch()));
  }

  LocalDateTime local(OffsetDateTime time) {
    return time.atZoneSameInstant(preferences.timeZone()).toLocalDateTime();
  }

  /** Whole days are the same wherever one is. */
  Span span(EventView event) {
    return Boolean.TRUE.equals(event.allDay())
        ? new Span(event.start().toLocalDateTime(), event.end().toLocalDateTime(), true)
        : new Span(local(event.start()), local(event.end()));
  }

  Spoken spoken() {
    return new Spoken(request.language(), preferences);
  }

  String when(EventView event) {
    return spoken().when(event);
  }

  String line(EventView event) {
    return event.title() + " — " + when(event);
  }

  List<String> lines(List<EventView> events) {
    return events.stream().map(this::line).toList();
  }

  List<String> slots(List<Slot> slots) {
    return slots.stream().map(spoken()::when).toList();
  }

  /** The event that was made or moved last: "it", where nothing else is said. */
  Optional<EventView> lastTouched() {
    return past.reversed().stream()
        .flatMap(exchange -> exchange.results().reversed().stream())
        .filter(result -> result.ok())
        .map(Outcomes::of)
        .flatMap(Scene::touched)
        .findFirst();
  }

  private static Stream<EventView> touched(CalendarResult result) {
    return switch (result) {
      case Created created -> Stream.of(created.event());
      case Moved moved -> Stream.of(moved.event());
      case Updated updated -> Stream.of(updated.event());
      case Found found -> Stream.of(found.event());
      case Deleted _,
          Events _,
          FreeTimes _,
          Calendars _,
          Busy _,
          Dates _,
          Undone _,
          ChangedMeanwhile _,
          Failed _ ->
          Stream.empty();
    };
  }
}

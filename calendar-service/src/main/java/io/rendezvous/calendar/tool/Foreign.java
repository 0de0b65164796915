package io.rendezvous.calendar.tool;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a result holds what other people wrote. */
final class Foreign {
  private Foreign() {}

  static boolean isIn(CalendarResult result) {
    return events(result).anyMatch(event -> Boolean.TRUE.equals(event.byOthers()));
  }

  private static Stream<EventView> events(CalendarResult result) {
    return switch (result) {
      case CalendarResult.Events(var events, _) -> events.stream();
      case CalendarResult.Found(var event) -> Stream.of(event);
      case CalendarResult.Created(var event, var conflicts) -> all(List.of(event), conflicts);
      case CalendarResult.Moved(var before, var event, var conflicts) ->
          all(List.of(before, event), conflicts);
      case CalendarResult.Updated(var before, var event, _, var conflicts) ->
          all(List.of(before, event), conflicts);
      case CalendarResult.Deleted(var event) -> Stream.of(event);
      case CalendarResult.Undone(var effects) ->
          effects.stream().map(CalendarResult.UndoneView::event);
      case CalendarResult.ChangedMeanwhile(var seen, var now, _) ->
          now == null ? Stream.of(seen) : Stream.of(seen, now);
      case CalendarResult.Calendars _,
          CalendarResult.Busy _,
          CalendarResult.Dates _,
          CalendarResult.FreeTimes _,
          CalendarResult.Failed _ ->
          Stream.empty();
    };
  }

  private static Stream<EventView> all(List<EventView> some, List<EventView> others) {
    return Stream.concat(some.stream(), others.stream());
  }
}

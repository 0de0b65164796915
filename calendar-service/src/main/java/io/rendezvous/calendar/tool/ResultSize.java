package io.rendezvous.calendar.tool;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.BusyView;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.wire.Json;
import java.util.List;
import java.util.Optional;

/** Keeps results within the size that a model is shown, leaving out the last things first. */
final class ResultSize {
  private final long limitBytes;

  ResultSize(ToolSettings limits) {
    this.limitBytes = limits.resultSize().toBytes();
  }

  /** The result as JSON, as much of it as fits. */
  String fit(CalendarResult result) {
    byte[] json = Json.MAPPER.writeValueAsBytes(result);
    if (json.length > limitBytes) {
      Optional<CalendarResult> less = less(result);
      if (less.isPresent()) {
        return fit(less.get());
      }
    }
    return Json.MAPPER.writeValueAsString(result);
  }

  private static Optional<CalendarResult> less(CalendarResult result) {
    return switch (result) {
      case CalendarResult.Events(var events, _) when events.size() > 1 ->
          Optional.of(new CalendarResult.Events(butLast(events), true));
      case CalendarResult.Events(var events, var more) when hasPeople(events) ->
          Optional.of(new CalendarResult.Events(fewerPeople(events), more));
      case CalendarResult.Created(var event, var conflicts) when !conflicts.isEmpty() ->
          Optional.of(new CalendarResult.Created(event, butLast(conflicts)));
      case CalendarResult.Created(var event, var none) when hasPeople(List.of(event)) ->
          Optional.of(new CalendarResult.Created(fewerPeople(event), none));
      case CalendarResult.Moved(var before, var event, var conflicts) when !conflicts.isEmpty() ->
          Optional.of(new CalendarResult.Moved(before, event, butLast(conflicts)));
      case CalendarResult.Moved(var before, var event, var none)
          when hasPeople(List.of(before, event)) ->
          Optional.of(new CalendarResult.Moved(fewerPeople(before), fewerPeople(event), none));
      case CalendarResult.Updated(var before, var event, var changed, var conflicts)
          when !conflicts.isEmpty() ->
          Optional.of(new CalendarResult.Updated(before, event, changed, butLast(conflicts)));
      case CalendarResult.Updated(var before, var event, var changed, var none)
          when hasPeople(List.of(before, event)) ->
          Optional.of(
              new CalendarResult.Updated(fewerPeople(before), fewerPeople(event), changed, none));
      case CalendarResult.Deleted(var event) when hasPeople(List.of(event)) ->
          Optional.of(new CalendarResult.Deleted(fewerPeople(event)));
      case CalendarResult.Found(var event) when hasPeople(List.of(event)) ->
          Optional.of(new CalendarResult.Found(fewerPeople(event)));
      case CalendarResult.Calendars(var calendars) when calendars.size() > 1 ->
          Optional.of(new CalendarResult.Calendars(butLast(calendars)));
      case CalendarResult.Busy(var people) when people.stream().anyMatch(ResultSize::isLong) ->
          Optional.of(new CalendarResult.Busy(people.stream().map(ResultSize::shorter).toList()));
      case CalendarResult.Undone(var effects) when effects.size() > 1 ->
          Optional.of(new CalendarResult.Undone(butLast(effects)));
      case CalendarResult.Events _,
          CalendarResult.Created _,
          CalendarResult.Moved _,
          CalendarResult.Updated _,
          CalendarResult.Deleted _,
          CalendarResult.Found _,
          CalendarResult.Calendars _,
          CalendarResult.Busy _,
          CalendarResult.Dates _,
          CalendarResult.Undone _,
          CalendarResult.ChangedMeanwhile _,
          CalendarResult.FreeTimes _,
          CalendarResult.Failed _ ->
          Optional.empty();
    };
  }

  private static boolean isLong(BusyView person) {
    return person.busy() != null && person.busy().size() > 1;
  }

  private static BusyView shorter(BusyView person) {
    List<Slot> busy = person.busy();
    return busy == null || busy.size() < 2 ? person : new BusyView(person.email(), butLast(busy));
  }

  private static boolean hasPeople(List<EventView> events) {
    return events.stream().anyMatch(event -> !event.attendees().isEmpty());
  }

  private static List<EventView> fewerPeople(List<EventView> events) {
    return events.stream().map(ResultSize::fewerPeople).toList();
  }

  private static EventView fewerPeople(EventView event) {
    List<Attendee> some = event.attendees().isEmpty() ? List.of() : butLast(event.attendees());
    return event.with(some);
  }

  private static <T> List<T> butLast(List<T> list) {
    return list.subList(0, list.size() - 1);
  }
}

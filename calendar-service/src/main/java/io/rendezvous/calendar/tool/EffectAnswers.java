package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import java.util.List;
import java.util.Locale;

/** Tells of an effect, and of the events at the same time, which it left as they are. */
final class EffectAnswers {
  private final Calendar calendar;
  private final ToolSettings limits;

  EffectAnswers(Calendar calendar, ToolSettings limits) {
    this.calendar = calendar;
    this.limits = limits;
  }

  ToolAnswer of(Effect effect, Locale language) {
    EventView view = Views.event(effect.event(), language);
    CalendarResult result =
        switch (effect) {
          case Effect.Created(_, var event, _) ->
              new CalendarResult.Created(view, conflicts(event, language));
          case Effect.Changed(_, var before, var event, _) ->
              new CalendarResult.Moved(
                  Views.event(before, language), view, conflicts(event, language));
          case Effect.Deleted _ -> new CalendarResult.Deleted(view);
        };
    return new ToolAnswer(result, effect.receipt());
  }

  /** Looked for after the effect: of two calls at once, at least one sees the other's event. */
  private List<EventView> conflicts(CalendarEvent event, Locale language) {
    var period = new Period(event.time().start(), event.time().end());
    int oneForItself = 1;
    Outcome<EventPage> page =
        calendar.list(event.calendar(), period, limits.conflictLimit() + oneForItself, null);
    return switch (page) {
      case Outcome.Done<EventPage>(EventPage(var events, _)) ->
          events.stream()
              .filter(other -> !other.id().equals(event.id()))
              .limit(limits.conflictLimit())
              .map(other -> Views.event(other, language))
              .toList();
      case Outcome.Failed<EventPage> _ -> List.of();
    };
  }
}

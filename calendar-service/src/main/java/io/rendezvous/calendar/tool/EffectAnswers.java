package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Tells of an effect, and of the events at the same time, which it left as they are. */
final class EffectAnswers {
  private final Calendar calendars;
  private final ToolSettings limits;

  EffectAnswers(Calendar calendars, ToolSettings limits) {
    this.calendars = calendars;
    this.limits = limits;
  }

  /**
   * What is told.
   *
   * @param tool whose effect it is
   */
  ToolAnswer of(String tool, Effect effect, Locale language) {
    EventView view = Views.event(effect.event(), language);
    CalendarResult result =
        switch (effect) {
          case Effect.Created(_, var event, _) ->
              new CalendarResult.Created(view, conflicts(event, language));
          case Effect.Changed(_, var before, var event, _)
              when tool.equals(ToolCatalogue.MOVE_EVENT) ->
              new CalendarResult.Moved(
                  Views.event(before, language), view, conflicts(event, language));
          case Effect.Changed(_, var before, var event, _) ->
              new CalendarResult.Updated(
                  Views.event(before, language),
                  view,
                  ContentFields.different(before.content(), event.content()),
                  before.time().equals(event.time()) ? List.of() : conflicts(event, language));
          case Effect.Deleted _ -> new CalendarResult.Deleted(view);
        };
    return new ToolAnswer(result, effect.receipt());
  }

  /**
   * Looked for after the effect: of two calls at once, at least one sees the other's event. Of a
   * series every occurrence is looked at, as far as the limits reach; it is no conflict with
   * itself.
   */
  private List<EventView> conflicts(CalendarEvent event, Locale language) {
    if (!event.isBusy()) {
      return List.of();
    }
    boolean series = event.content().recurrence().isSeries();
    var period =
        new Period(
            event.time().start(),
            series ? event.time().start().plus(limits.conflictHorizon()) : later(event));
    int read = series ? limits.readLimit() : limits.conflictLimit() + 1;
    return calendars.list(event.calendar(), period, read, null)
            instanceof Outcome.Done<EventPage>(EventPage page)
        ? others(page.events(), event, language)
        : List.of();
  }

  private List<EventView> others(List<CalendarEvent> found, CalendarEvent event, Locale language) {
    List<CalendarEvent> own =
        event.content().recurrence().isSeries()
            ? found.stream().filter(other -> isOf(event, other)).toList()
            : List.of(event);
    return found.stream()
        .filter(other -> !isOf(event, other) && other.isBusy())
        .filter(other -> own.stream().anyMatch(mine -> meet(mine, other)))
        .limit(limits.conflictLimit())
        .map(other -> Views.event(other, language))
        .toList();
  }

  private static boolean isOf(CalendarEvent event, CalendarEvent other) {
    return other.seriesId().equals(event.seriesId());
  }

  private static boolean meet(CalendarEvent one, CalendarEvent other) {
    return one.time().overlaps(other.time().start(), other.time().end());
  }

  /** A moment takes no time, but a period must. */
  private static Instant later(CalendarEvent event) {
    return event.time().length().isZero() ? event.time().end().plusSeconds(1) : event.time().end();
  }
}

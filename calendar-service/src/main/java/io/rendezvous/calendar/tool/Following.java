package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.Revision;
import io.rendezvous.common.id.CallId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Changes an occurrence and all after it: no provider does that in one write, so the rest becomes a
 * series of its own, which is made first, and then the old one ends before it. Each step is an
 * effect that happens once; where the second is refused, the first is taken back.
 */
final class Following {
  /** The first step's effect is what is told. */
  static final int MAKE = 0;

  /** With this step a change is whole. */
  static final int END = 1;

  private static final int TAKE_BACK = 2;
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Calendar calendars;

  Following(Calendar calendars) {
    this.calendars = calendars;
  }

  /** The series made of the rest. From the first occurrence on, it is a change of all. */
  Outcome<Effect> change(
      CalendarId calendar, CallId call, String occurrence, Revision revision, Notify notify) {
    return series(calendar, occurrence)
        .then(
            series -> {
              Instant at = start(series, occurrence);
              if (!at.isAfter(series.time().start())) {
                return calendars.change(
                    calendar, new EffectId(call, END), series.id(), revision, notify);
              }
              SeriesSplit split = SeriesSplit.of(series.content().recurrence(), series.time(), at);
              return rest(calendar, series, occurrence, split, revision)
                  .then(rest -> calendars.create(calendar, new EffectId(call, MAKE), rest, notify))
                  .then(made -> ended(calendar, call, series, split, notify, made));
            });
  }

  /** Ends a series before an occurrence; deletes it where that is the first. */
  Outcome<Effect> end(
      CalendarId calendar, CallId call, String occurrence, Condition condition, Notify notify) {
    return series(calendar, occurrence)
        .then(
            series -> {
              Instant at = start(series, occurrence);
              return at.isAfter(series.time().start())
                  ? calendars.change(
                      calendar,
                      new EffectId(call, MAKE),
                      series.id(),
                      current ->
                          condition
                              .refuses(current)
                              .<Outcome<EventContent>>map(Outcome.Failed::new)
                              .orElseGet(() -> new Outcome.Done<>(endedBefore(current, at))),
                      notify)
                  : calendars.delete(
                      calendar, new EffectId(call, MAKE), series.id(), condition, notify);
            });
  }

  private Outcome<Effect> ended(
      CalendarId calendar,
      CallId call,
      CalendarEvent series,
      SeriesSplit split,
      Notify notify,
      Effect made) {
    Outcome<Effect> ended =
        calendars.change(
            calendar,
            new EffectId(call, END),
            series.id(),
            current ->
                current.content().recurrence().equals(series.content().recurrence())
                    ? new Outcome.Done<>(current.content().recurring(split.before()))
                    : new Outcome.Failed<>(new CalendarFailure.Conflict()),
            notify);
    return switch (ended) {
      case Outcome.Done<Effect> _ -> new Outcome.Done<>(made);
      case Outcome.Failed<Effect>(CalendarFailure.Unavailable _) -> ended;
      case Outcome.Failed<Effect> refused ->
          calendars.undo(new EffectId(call, TAKE_BACK), made).then(_ -> refused);
    };
  }

  private static EventContent endedBefore(CalendarEvent series, Instant at) {
    Recurrence before = SeriesSplit.of(series.content().recurrence(), series.time(), at).before();
    return series.content().recurring(before);
  }

  private Outcome<EventContent> rest(
      CalendarId calendar,
      CalendarEvent series,
      String occurrence,
      SeriesSplit split,
      Revision revision) {
    return calendars
        .get(calendar, occurrence)
        .then(
            first ->
                revision.of(
                    new CalendarEvent(
                        first.id(),
                        calendar,
                        series.content().at(first.time()).recurring(split.after()),
                        first.etag(),
                        first.facts())));
  }

  private Outcome<CalendarEvent> series(CalendarId calendar, String occurrence) {
    return calendars
        .get(calendar, Targets.series(occurrence))
        .then(
            series ->
                series.content().recurrence().isSeries()
                    ? calendars.get(calendar, occurrence).map(_ -> series)
                    : Arguments.invalid("The event happens once: leave scope out."));
  }

  /** The occurrence's own start, which its key is. */
  private static Instant start(CalendarEvent series, String occurrence) {
    String key = Targets.key(occurrence);
    return key.length() == "20261127".length()
        ? LocalDate.parse(key, DateTimeFormatter.BASIC_ISO_DATE)
            .atStartOfDay(series.time().zone())
            .toInstant()
        : LocalDateTime.parse(key, KEY).toInstant(ZoneOffset.UTC);
  }
}

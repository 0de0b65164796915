package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.common.calendar.CalendarResult.DateView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.dates.Meaning;
import io.rendezvous.dates.Period;
import io.rendezvous.dates.TimeInZone;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells what phrases mean, in a zone and a language. */
record DateViews(ZoneId zone, Locale language) {
  /** Enough to see how a series goes on. */
  private static final int OCCURRENCES = 3;

  DateView of(String phrase, Meaning meaning) {
    return switch (meaning) {
      case Meaning.Moment(LocalDateTime at, _, var otherwise) ->
          view(
              phrase,
              "time",
              TimeInZone.of(at, zone).text(language),
              Stream.concat(Stream.of(at), otherwise.stream()).flatMap(this::moments).toList());
      case Meaning.Stretch stretch -> {
        Slot slot = slot(stretch.period());
        yield view(phrase, "period", slot.when(), List.of(slot));
      }
      case Meaning.Series series -> series(phrase, series);
      case Meaning.Length(var duration) ->
          new DateView(
              phrase,
              "length",
              duration.toMinutes() + " min",
              List.of(),
              (int) duration.toMinutes(),
              null);
      case Meaning.Mismatch(var date, var stated) ->
          view(
              phrase,
              "problem",
              "%s is a %s, not a %s: ask the user which is meant."
                  .formatted(date, date.getDayOfWeek(), stated),
              List.of());
      case Meaning.NoSuchDay(int day, var month) ->
          view(phrase, "problem", "There is no %d of %s.".formatted(day, month), List.of());
      case Meaning.NoSuchWeekday(int nth, var weekday, var month) ->
          view(
              phrase,
              "problem",
              "There is no %s number %d in %s.".formatted(weekday, nth, month),
              List.of());
    };
  }

  private DateView series(String phrase, Meaning.Series series) {
    List<Slot> next = series.next(OCCURRENCES).stream().flatMap(this::moments).toList();
    return new DateView(
        phrase,
        "series",
        next.isEmpty() ? "" : next.getFirst().when(),
        next,
        null,
        List.of("RRULE:" + series.rule(zone)));
  }

  private static DateView view(String phrase, String kind, String when, List<Slot> candidates) {
    return new DateView(phrase, kind, when, candidates, null, null);
  }

  private Stream<Slot> moments(LocalDateTime at) {
    return TimeInZone.of(at, zone).candidates().stream().map(this::moment);
  }

  private Slot moment(ZonedDateTime at) {
    return Views.slot(new EventTime(at.toInstant(), at.toInstant(), zone), language);
  }

  private Slot slot(Period period) {
    var time =
        new EventTime(
            LocalTimes.instant(period.from(), zone), LocalTimes.instant(period.to(), zone), zone);
    return Views.slot(time, language);
  }
}

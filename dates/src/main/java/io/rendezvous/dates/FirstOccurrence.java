package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Occasion;
import io.rendezvous.dates.Meaning.Part;
import io.rendezvous.dates.Meaning.Range;
import io.rendezvous.dates.Meaning.Series;
import io.rendezvous.dates.RepeatedDay.DayOfMonth;
import io.rendezvous.dates.RepeatedDay.DayOfYear;
import io.rendezvous.dates.RepeatedDay.NthWeekday;
import io.rendezvous.dates.RepeatedDay.SameDay;
import io.rendezvous.dates.RepeatedDay.Weekdays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the first occurrence of what repeats: the next day of its kind whose time is ahead. */
record FirstOccurrence(Recurrence every, SaidSeries said, LocalDateTime now, boolean twelveHours) {
  /** Today's time may be past, but not the next one's. */
  private static final int DAYS_TO_TRY = 3;

  Optional<Meaning> series() {
    if (every.frequency().isWithinDay()) {
      LocalDateTime next =
          now.truncatedTo(ChronoUnit.MINUTES).plus(every.interval(), every.frequency().unit());
      return Optional.of(with(every, new Moment(next, false)));
    }
    return repeated().flatMap(how -> first().map(first -> with(how, first)));
  }

  private Meaning with(Recurrence how, Occasion first) {
    SaidBound bound = said.bound();
    return new Series(
        bound == null ? how : how.until(bound.from(first.start().toLocalDate())), first);
  }

  private Optional<Occasion> first() {
    return days()
        .limit(DAYS_TO_TRY)
        .flatMap(day -> said.on(day, now, twelveHours).stream())
        .filter(Occasion.class::isInstance)
        .map(Occasion.class::cast)
        .filter(this::isAhead)
        .findFirst();
  }

  private Stream<LocalDate> days() {
    Recurrence each =
        every.on() instanceof SameDay
            ? Recurrence.every(1, Frequency.DAILY)
            : Recurrence.every(1, every.frequency(), every.on());
    return each.days(said.from(now.toLocalDate()));
  }

  private boolean isAhead(Occasion occasion) {
    return switch (occasion) {
      case Day _ -> true;
      case Part part -> part.period().to().isAfter(now);
      case Moment _, Range _ -> occasion.start().isAfter(now);
    };
  }

  /** Midnight ends the day that is named: what repeats is on the day after it. */
  private Optional<Recurrence> repeated() {
    if (!said.isAtMidnight()) {
      return Optional.of(every);
    }
    return switch (every.on()) {
      case SameDay _ -> Optional.of(every);
      case Weekdays(var weekdays) ->
          Optional.of(
              every.on(
                  new Weekdays(
                      weekdays.stream()
                          .map(weekday -> weekday.plus(1))
                          .collect(Collectors.toSet()))));
      case DayOfMonth _, NthWeekday _, DayOfYear _ -> Optional.empty();
    };
  }
}

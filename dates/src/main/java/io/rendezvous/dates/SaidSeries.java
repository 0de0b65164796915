package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said of something that repeats, piece by piece.
 *
 * @param time the time or part of its days
 * @param times from when to when, in place of one time
 * @param start from which day on
 */
record SaidSeries(
    @Nullable Recurrence every,
    Said time,
    @Nullable Ends times,
    @Nullable Meaning start,
    @Nullable SaidBound bound) {
  private static final Said NO_TIME = new Said(null, null, null);

  static SaidSeries every(Recurrence recurrence) {
    return new SaidSeries(recurrence, NO_TIME, null, null, null);
  }

  static SaidSeries every(Recurrence recurrence, DayPart part) {
    return new SaidSeries(recurrence, Said.part(part), null, null, null);
  }

  static SaidSeries daily(Clock clock) {
    return new SaidSeries(
        Recurrence.every(1, Frequency.DAILY), Said.clock(clock), null, null, null);
  }

  static SaidSeries at(Said time) {
    return new SaidSeries(null, time, null, null, null);
  }

  static SaidSeries during(Ends times) {
    return new SaidSeries(null, NO_TIME, times, null, null);
  }

  static SaidSeries starting(Meaning start) {
    return new SaidSeries(null, NO_TIME, null, start, null);
  }

  static SaidSeries ending(SaidBound bound) {
    return new SaidSeries(null, NO_TIME, null, null, bound);
  }

  /** Both together, unless both say the same kind of thing. */
  Optional<SaidSeries> with(SaidSeries more) {
    if ((every != null && more.every != null)
        || (times != null && more.times != null)
        || (start != null && more.start != null)
        || (bound != null && more.bound != null)) {
      return Optional.empty();
    }
    return time.with(more.time)
        .map(
            both ->
                new SaidSeries(
                    every == null ? more.every : every,
                    both,
                    times == null ? more.times : times,
                    start == null ? more.start : start,
                    bound == null ? more.bound : bound));
  }

  /** Nothing where it was not said how it repeats. */
  Optional<Meaning> meaning(LocalDateTime now, boolean twelveHours) {
    if (every == null) {
      return Optional.empty();
    }
    if (start instanceof Problem) {
      return Optional.of(start);
    }
    Optional<Meaning> problem = bound == null ? Optional.empty() : bound.problem();
    return problem.or(() -> new FirstOccurrence(every, this, now, twelveHours).series());
  }

  /** What it is on that day; nothing where its times do not fit together. */
  Optional<Meaning> on(LocalDate day, LocalDateTime now, boolean twelveHours) {
    Optional<Said> onDay = time.with(Said.day(new Meaning.Day(day)));
    return times == null
        ? onDay.map(said -> said.meaning(now))
        : onDay
            .flatMap(said -> Ends.on(said, times))
            .flatMap(ends -> ends.meaning(now, twelveHours));
  }

  /** The first day on which it may be. */
  LocalDate from(LocalDate today) {
    if (start instanceof Meaning.Point point) {
      return point.date();
    }
    return start instanceof Meaning.Stretch stretch ? stretch.period().from().toLocalDate() : today;
  }

  boolean isAtMidnight() {
    Clock clock = time.time();
    return clock != null && clock.settled().hour() >= 24;
  }
}

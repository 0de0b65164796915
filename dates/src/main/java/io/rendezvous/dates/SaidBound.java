package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Point;
import io.rendezvous.dates.Meaning.Problem;
import io.rendezvous.dates.Meaning.Stretch;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** When something stops to repeat, as it was said. */
sealed interface SaidBound {
  /** The bound of what begins on that day. */
  RepeatBound from(LocalDate first);

  /** A day that is none. */
  default Optional<Meaning> problem() {
    return Optional.empty();
  }

  /** Until a day, a week, a month …, which is part of it. */
  record Until(Meaning last) implements SaidBound {
    @Override
    public RepeatBound from(LocalDate first) {
      return new RepeatBound.Until(
          switch (last) {
            case Point point -> point.date();
            case Stretch stretch -> stretch.period().to().minusNanos(1).toLocalDate();
            case Meaning.Series _, Meaning.Length _, Problem _ -> first;
          });
    }

    @Override
    public Optional<Meaning> problem() {
      return last instanceof Problem ? Optional.of(last) : Optional.empty();
    }
  }

  /** For ten weeks. */
  record Lasting(Period period) implements SaidBound {
    @Override
    public RepeatBound from(LocalDate first) {
      return new RepeatBound.Until(first.plus(period).minusDays(1));
    }
  }

  /** Ten times. */
  record Times(int count) implements SaidBound {
    @Override
    public RepeatBound from(LocalDate first) {
      return new RepeatBound.Times(count);
    }
  }
}

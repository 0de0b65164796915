package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.Frequency;
import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Series;
import io.rendezvous.dates.RepeatBound;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Something that repeats.
 *
 * @param series from the first occurrence on
 * @param first when that is
 */
record Repetition(Series series, Span first) {
  /** Today's time may be past, but not those of all the next occurrences. */
  private static final int OCCURRENCES_TO_TRY = 5;

  /** Of so many the last one is told. */
  private static final int MOST_COUNTED = 5_000;

  /** Empty where nothing repeats, it is not known when, or it ends before it begins. */
  static Optional<Repetition> of(Timing timing, LocalDateTime now) {
    return timing
        .series()
        .flatMap(series -> timing.once().span(null).flatMap(span -> from(series, span, now)));
  }

  private static Optional<Repetition> from(Series series, Span said, LocalDateTime now) {
    LocalDateTime earliest = said.wholeDays() ? now.toLocalDate().atStartOfDay() : now;
    return with(series, said).next(OCCURRENCES_TO_TRY).stream()
        .filter(start -> !start.isBefore(earliest))
        .findFirst()
        .map(said::startingAt)
        .map(first -> new Repetition(with(series, first), first));
  }

  private static Series with(Series series, Span first) {
    return new Series(
        series.recurrence(),
        first.wholeDays() ? new Day(first.start().toLocalDate()) : new Moment(first.start(), true));
  }

  /** What repeats within a day is nothing that calendars hold. */
  static boolean isTooOften(Series series) {
    return series.recurrence().frequency().compareTo(Frequency.DAILY) < 0;
  }

  List<String> rules(ZoneId zone) {
    return List.of("RRULE:" + series.rule(zone));
  }

  /** So many occurrences after the first. */
  List<LocalDateTime> following(int count) {
    return series.next(count + 1).stream().skip(1).toList();
  }

  boolean isEndless() {
    return series.recurrence().bound() instanceof RepeatBound.Never;
  }

  /** The last occurrence, where there is one within reach. */
  Optional<LocalDateTime> last() {
    if (isEndless()) {
      return Optional.empty();
    }
    List<LocalDateTime> all = series.next(MOST_COUNTED);
    return all.size() == MOST_COUNTED ? Optional.empty() : Optional.of(all.getLast());
  }
}

package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.dates.DayPart;
import io.rendezvous.dates.Meaning;
import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.Days;
import io.rendezvous.dates.Meaning.Length;
import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Part;
import io.rendezvous.dates.Meaning.Problem;
import io.rendezvous.dates.Meaning.Range;
import io.rendezvous.dates.Meaning.Series;
import io.rendezvous.dates.Meaning.Stretch;
import io.rendezvous.dates.Meaning.Within;
import io.rendezvous.dates.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several phrases about time that speak of the same thing; what was said last counts. */
record Timing(List<Meaning> said) {
  Timing {
    said = List.copyOf(said);
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  /** A date that is none, unless another was said since. */
  Optional<Problem> problem() {
    Optional<Meaning> last =
        last(
            meaning ->
                meaning instanceof Problem || day(meaning).isPresent()
                    ? Optional.of(meaning)
                    : Optional.empty());
    return last.filter(Problem.class::isInstance).map(Problem.class::cast);
  }

  /** What was said to repeat. */
  Optional<Series> series() {
    return last(
        meaning -> meaning instanceof Series series ? Optional.of(series) : Optional.empty());
  }

  /** The same, with what repeats being there the first time alone. */
  Timing once() {
    return new Timing(
        said.stream()
            .map(meaning -> meaning instanceof Series(_, var first) ? first : meaning)
            .toList());
  }

  Optional<LocalDate> day() {
    return last(Timing::day);
  }

  /** The time of day, where one was said. */
  Optional<LocalTime> time() {
    return last(Timing::moment).map(moment -> moment.at().toLocalTime());
  }

  Optional<Duration> length() {
    return last(
        meaning -> meaning instanceof Length(var length) ? Optional.of(length) : Optional.empty());
  }

  Optional<DayPart> part() {
    return last(
        meaning -> meaning instanceof Part part ? Optional.of(part.part()) : Optional.empty());
  }

  /** The days that were named, or the part of a day. */
  Optional<Period> namedDays() {
    return last(
        meaning ->
            switch (meaning) {
              case Part part when !part.dayStated() -> Optional.empty();
              case Range(Moment _, _), Moment _ ->
                  day(meaning).map(date -> DayPart.ALL_DAY.on(date));
              case Stretch stretch -> Optional.of(stretch.period());
              case Series _, Length _, Problem _ -> Optional.empty();
            });
  }

  /** The last stretch of time, be it of a day that was named or of the next one. */
  Optional<Period> stretch() {
    return last(
        meaning ->
            meaning instanceof Stretch stretch ? Optional.of(stretch.period()) : Optional.empty());
  }

  private boolean namesDays() {
    return last(meaning -> meaning instanceof Days days ? Optional.of(days) : Optional.empty())
        .isPresent();
  }

  /** What has to be asked where no time is known. */
  Question missing() {
    if (day().isPresent() || part().isPresent()) {
      return Question.WHAT_TIME;
    }
    return namesDays() ? Question.WHICH_DAY : Question.WHEN;
  }

  /**
   * When it is, as far as a time or whole days were said.
   *
   * @param otherwise the day where none was said; null for the next such time
   */
  Optional<Span> span(@Nullable LocalDate otherwise) {
    @Nullable LocalDate date = day().orElse(otherwise);
    return last(
        meaning ->
            switch (meaning) {
              case Moment moment -> Optional.of(from(moment, date));
              case Range range -> Optional.of(during(range, date));
              case Part part when part.part() == DayPart.ALL_DAY ->
                  Optional.of(whole(part.part().on(date == null ? part.date() : date)));
              case Day _, Part _, Days _, Within _, Series _, Length _, Problem _ ->
                  Optional.empty();
            });
  }

  /** When it is, where that is one moment and no range. */
  Optional<Span> moment() {
    return span(null)
        .filter(_ -> said.stream().noneMatch(Range.class::isInstance) && time().isPresent());
  }

  private Span from(Moment moment, @Nullable LocalDate date) {
    LocalTime time = moment.at().toLocalTime();
    if (!moment.dayStated() && time.getHour() < 12 && part().filter(DayPart::isLate).isPresent()) {
      time = time.plusHours(12);
    }
    LocalDateTime start = date == null ? moment.at().with(time) : date.atTime(time);
    return new Span(start, length().map(start::plus).orElse(null));
  }

  private static Span during(Range range, @Nullable LocalDate date) {
    Period period = range.period();
    if (!(range.from() instanceof Moment)) {
      return range.to() instanceof Moment ? new Span(period.from(), period.to()) : whole(period);
    }
    if (date == null) {
      return new Span(period.from(), period.to());
    }
    LocalDateTime start = date.atTime(period.from().toLocalTime());
    return new Span(start, start.plus(Duration.between(period.from(), period.to())));
  }

  private static Span whole(Period period) {
    return new Span(period.from(), period.to(), true);
  }

  private static Optional<Moment> moment(Meaning meaning) {
    return meaning instanceof Moment moment
        ? Optional.of(moment)
        : meaning instanceof Range(Moment from, _) ? Optional.of(from) : Optional.empty();
  }

  private static Optional<LocalDate> day(Meaning meaning) {
    return switch (meaning) {
      case Day(var date) -> Optional.of(date);
      case Moment(var at, var stated, _) ->
          stated ? Optional.of(at.toLocalDate()) : Optional.empty();
      case Part(var date, _, var stated) -> stated ? Optional.of(date) : Optional.empty();
      case Range(var from, _) -> day(from);
      case Days _, Within _, Series _, Length _, Problem _ -> Optional.empty();
    };
  }

  private <T> Optional<T> last(Function<Meaning, Optional<T>> reading) {
    return said.reversed().stream().map(reading).flatMap(Optional::stream).findFirst();
  }
}

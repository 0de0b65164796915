package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Problem;
import io.rendezvous.dates.Meaning.Stretch;
import io.rendezvous.dates.Meaning.Within;
import java.time.LocalDateTime;
import java.util.Optional;

/** On which side of a point or stretch of time something shall be. */
enum Limit {
  BEFORE,
  BY,
  AFTER,
  FROM;

  /** How far from a day something without an end reaches. */
  private static final int OPEN_DAYS = 7;

  /** Counted from now, or to the end of a day; a day that is none stays one. */
  Optional<Meaning> of(Meaning named, LocalDateTime now) {
    return switch (named) {
      case Problem problem -> Optional.of(problem);
      case Moment moment -> of(moment, now);
      case Stretch stretch -> of(stretch, now);
      case Meaning.Series _, Meaning.Length _ -> Optional.empty();
    };
  }

  private Optional<Meaning> of(Moment moment, LocalDateTime now) {
    LocalDateTime at = moment.at();
    LocalDateTime today = at.toLocalDate().atStartOfDay();
    return switch (this) {
      case BEFORE, BY -> within(moment.dayStated() || today.isBefore(now) ? now : today, at);
      case AFTER, FROM -> within(at, today.plusDays(1));
    };
  }

  private Optional<Meaning> of(Stretch stretch, LocalDateTime now) {
    LocalDateTime from = stretch.period().from();
    LocalDateTime to = stretch.period().to();
    return switch (this) {
      case BEFORE -> within(now, from);
      case BY -> within(now, to);
      case AFTER -> within(to, to.plusDays(OPEN_DAYS));
      case FROM -> within(from, from.plusDays(OPEN_DAYS));
    };
  }

  /** On a day that was said before: "tomorrow after 2pm". */
  Optional<Meaning> on(Said day, Clock clock, LocalDateTime now) {
    if (day.day() instanceof Problem problem) {
      return Optional.of(problem);
    }
    Meaning whole = day.meaning(now);
    Optional<Meaning> moment = day.with(Said.clock(clock)).map(said -> said.meaning(now));
    return whole instanceof Stretch stretch && moment.orElse(null) instanceof Moment(var at, _, _)
        ? switch (this) {
          case BEFORE, BY -> within(stretch.period().from(), at);
          case AFTER, FROM -> within(at, stretch.period().to());
        }
        : Optional.empty();
  }

  /** Before something that is over there is no time. */
  private static Optional<Meaning> within(LocalDateTime from, LocalDateTime to) {
    return to.isAfter(from) ? Optional.of(new Within(from, to)) : Optional.empty();
  }
}

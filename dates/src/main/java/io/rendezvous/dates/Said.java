package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one point in time, piece by piece.
 *
 * @param day a day, or why it is none
 */
record Said(@Nullable Meaning day, @Nullable DayPart part, @Nullable Clock clock) {
  static Said day(Meaning day) {
    return new Said(day, null, null);
  }

  static Said part(DayPart part) {
    return new Said(null, part, null);
  }

  static Said clock(Clock clock) {
    return new Said(null, null, clock);
  }

  static Optional<Said> partOfToday(LocalDateTime now, DayPart part) {
    return day(new Day(now.toLocalDate())).with(part(part));
  }

  /** Both together, unless both say the same kind of thing. */
  Optional<Said> with(Said more) {
    if ((day != null && more.day != null)
        || (part != null && more.part != null)
        || (clock != null && more.clock != null)) {
      return Optional.empty();
    }
    return Optional.of(
        new Said(
            day == null ? more.day : day,
            part == null ? more.part : part,
            clock == null ? more.clock : clock));
  }

  /** The time that was said, in the part of the day that was said. */
  @Nullable Clock time() {
    return clock == null || part == null ? clock : clock.in(part);
  }

  /** Without a day, the next such time: today if still ahead, else tomorrow. */
  Meaning meaning(LocalDateTime now) {
    if (day instanceof Meaning.Problem problem) {
      return problem;
    }
    LocalDate today = now.toLocalDate();
    Clock time = time();
    if (time != null) {
      Clock settled = time.settled();
      return day instanceof Day stated
          ? new Moment(settled.on(stated.date()), true)
          : new Moment(next(settled, now), false);
    }
    if (part != null) {
      return day instanceof Day stated
          ? new Part(stated.date(), part, true)
          : new Part(part.on(today).to().isAfter(now) ? today : today.plusDays(1), part, false);
    }
    if (day == null) {
      throw new IllegalStateException("Expected a day, a part of it or a time, but found nothing");
    }
    return day;
  }

  static LocalDateTime next(Clock clock, LocalDateTime now) {
    LocalDateTime today = clock.on(now.toLocalDate());
    return today.isAfter(now) ? today : today.plusDays(1);
  }
}

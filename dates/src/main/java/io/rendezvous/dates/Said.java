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

  /** Before the morning, this night is the one that began yesterday. */
  static Optional<Said> partOfToday(LocalDateTime now, DayPart part) {
    LocalDate today = now.toLocalDate();
    boolean begunYesterday = part == DayPart.NIGHT && part.on(today.minusDays(1)).to().isAfter(now);
    return day(new Day(begunYesterday ? today.minusDays(1) : today)).with(part(part));
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
      return day instanceof Day stated
          ? new Moment(
              time.settled().on(stated.date()),
              true,
              time.otherwise().map(other -> other.on(stated.date())))
          : new Moment(
              next(time.settled(), now), false, time.otherwise().map(other -> next(other, now)));
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

  /** The midnight after yesterday may be still ahead, too. */
  static LocalDateTime next(Clock clock, LocalDateTime now) {
    LocalDateTime next = clock.on(now.toLocalDate().minusDays(1));
    while (!next.isAfter(now)) {
      next = next.plusDays(1);
    }
    return next;
  }
}

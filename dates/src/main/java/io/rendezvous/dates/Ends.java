package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Day;
import io.rendezvous.dates.Meaning.Moment;
import io.rendezvous.dates.Meaning.Point;
import io.rendezvous.dates.Meaning.Problem;
import io.rendezvous.dates.Meaning.Range;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two ends of a range, as they were said. */
record Ends(Said from, Said to) {
  /** On a day that was said before, unless one was said with the start as well. */
  static Optional<Ends> on(Said day, Ends ends) {
    return ends.from.with(day).map(from -> new Ends(from, ends.to));
  }

  /**
   * What the range is; nothing where it leaves out too much.
   *
   * @param twelveHours whether the end of a range tells the half of the day of its start: "from 2
   *     to 3pm"
   */
  Optional<Meaning> meaning(LocalDateTime now, boolean twelveHours) {
    for (Meaning day : new Meaning[] {from.day(), to.day()}) {
      if (day instanceof Problem) {
        return Optional.of(day);
      }
    }
    Clock start = from.time();
    Clock end = to.time();
    if (start != null && end != null) {
      return Optional.of(times(start, end, now, twelveHours));
    }
    // "Friday to 2pm" leaves out too much to be a range.
    return from.day() == null || to.day() == null
        ? Optional.empty()
        : both(from.meaning(now), to.meaning(now));
  }

  private static Optional<Meaning> both(Meaning from, Meaning to) {
    return from instanceof Point first && to instanceof Point second
        ? Optional.of(new Range(first, second))
        : Optional.empty();
  }

  private Meaning times(Clock saidStart, Clock saidEnd, LocalDateTime now, boolean twelveHours) {
    Clock start =
        twelveHours && !(saidStart.loose() && saidEnd.loose())
            ? saidStart.settledBefore(saidEnd)
            : settled(saidStart, saidEnd);
    Clock end = saidEnd.settledAfter(start);
    @Nullable LocalDate stated = date(from) != null ? date(from) : date(to);
    LocalDate day = stated != null ? stated : Said.next(start, now).minusMinutes(1).toLocalDate();
    @Nullable LocalDate last = date(to);
    return new Range(
        new Moment(start.on(day), stated != null),
        new Moment(end.on(last != null ? last : day), stated != null));
  }

  /** Where the hour of the end is certain, that of the start is told in the same way. */
  private static Clock settled(Clock start, Clock end) {
    return end.loose() || end.hour() == 24
        ? start.settled()
        : Clock.exact(start.hour(), start.minute());
  }

  private static @Nullable LocalDate date(Said said) {
    return said.day() instanceof Day(var date) ? date : null;
  }
}

package io.rendezvous.calendar.router;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stretches of time, cut and put together. */
final class Periods {
  private Periods() {}

  /** What an event takes of a period; empty where it is but a moment. */
  static Optional<Period> within(CalendarEvent event, Period period) {
    Instant start = event.time().start();
    Instant end = event.time().end();
    Instant from = start.isBefore(period.from()) ? period.from() : start;
    Instant to = end.isAfter(period.to()) ? period.to() : end;
    return to.isAfter(from) ? Optional.of(new Period(from, to)) : Optional.empty();
  }

  /** By start, without those that overlap or touch. */
  static List<Period> merged(List<Period> periods) {
    var merged = new ArrayList<Period>();
    for (Period next : periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
      Period last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || next.from().isAfter(last.to())) {
        merged.add(next);
      } else if (next.to().isAfter(last.to())) {
        merged.set(merged.size() - 1, new Period(last.from(), next.to()));
      }
    }
    return List.copyOf(merged);
  }
}

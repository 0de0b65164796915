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

/** From one point to another; what one of them leaves out is taken from the other. */
final class Ranges {
  private record Ends(Said from, Said to) {}

  private Ranges() {}

  static Rule<Meaning> with(Rule<Said> point, Grammar grammar) {
    Grammar.RangeWords words = grammar.ranges();
    Rule<Said> other = Points.with(grammar.otherClock(), grammar);
    Rule<Said> start = Rule.either(point, grammar.firstHour().map(Said::clock));
    Rule<Ends> ends =
        Rule.either(
            start.after(words.from()).before(words.to()).then(other, Ends::new),
            other.after(words.between()).before(words.and()).then(other, Ends::new),
            start.before(words.to()).then(point, Ends::new));
    Rule<Ends> onDay =
        grammar
            .day()
            .map(Said::day)
            .before(grammar.joint().optional())
            .then(ends, (day, said) -> said.from().with(day).map(from -> new Ends(from, said.to())))
            .given((_, said) -> said);
    return Rule.either(ends, onDay).given((now, said) -> join(said.from(), said.to(), now));
  }

  private static Optional<Meaning> join(Said from, Said to, LocalDateTime now) {
    for (Meaning day : new Meaning[] {from.day(), to.day()}) {
      if (day instanceof Problem) {
        return Optional.of(day);
      }
    }
    Clock start = from.time();
    Clock end = to.time();
    if (start != null && end != null) {
      return Optional.of(times(from.day(), start, to.day(), end, now));
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

  private static Meaning times(
      @Nullable Meaning fromDay,
      Clock saidStart,
      @Nullable Meaning toDay,
      Clock saidEnd,
      LocalDateTime now) {
    boolean bothLoose = saidStart.loose() && saidEnd.loose();
    Clock start = bothLoose ? saidStart.settled() : saidStart.settledBefore(saidEnd);
    Clock end = saidEnd.settledAfter(start);
    LocalDate stated =
        fromDay instanceof Day day ? day.date() : toDay instanceof Day day ? day.date() : null;
    LocalDate date = stated != null ? stated : Said.next(start, now).minusMinutes(1).toLocalDate();
    return new Range(
        new Moment(start.on(date), stated != null),
        new Moment(end.on(toDay instanceof Day day ? day.date() : date), stated != null));
  }
}

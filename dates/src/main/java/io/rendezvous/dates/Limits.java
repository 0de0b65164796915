package io.rendezvous.dates;

import java.time.LocalDateTime;
import java.util.Optional;

/** Before, by, after, from … on: some time on one side of what is named. */
final class Limits {
  private record Limited(Limit limit, Meaning named) {
    Optional<Meaning> meaning(LocalDateTime now) {
      return limit.of(named, now);
    }
  }

  private record TimeLimit(Limit limit, Clock clock) {}

  private record DayLimit(Said day, TimeLimit time) {
    Optional<Meaning> meaning(LocalDateTime now) {
      return time.limit().on(day, time.clock(), now);
    }
  }

  private Limits() {}

  static Rule<Meaning> with(Grammar grammar) {
    Grammar.LimitWords words = grammar.limits();
    Rule<Meaning> point =
        Points.with(words.clock(), grammar).given((now, said) -> Optional.of(said.meaning(now)));
    Rule<Meaning> named = Rule.either(point, grammar.stretch());
    Rule<Limit> limit =
        Rule.either(
                words.before().map(_ -> Limit.BEFORE),
                words.by().map(_ -> Limit.BY),
                words.after().map(_ -> Limit.AFTER),
                words.from().map(_ -> Limit.FROM))
            .remembered();
    Rule<Said> day = grammar.day().map(Said::day);
    Rule<Said> partOfDay =
        day.then(grammar.part().map(Said::part), Said::with).given((_, said) -> said);
    return Rule.either(
        words
            .end()
            .after(words.before())
            .map(end -> new Limited(Limit.BY, end))
            .given((now, limited) -> limited.meaning(now)),
        limit.then(named, Limited::new).given((now, limited) -> limited.meaning(now)),
        named
            .after(grammar.ranges().from().optional())
            .before(words.onwards())
            .map(from -> new Limited(Limit.FROM, from))
            .given((now, limited) -> limited.meaning(now)),
        Rule.either(day, partOfDay, grammar.partOfToday())
            .before(grammar.joint().optional())
            .then(limit.then(words.clock(), TimeLimit::new), DayLimit::new)
            .given((now, limited) -> limited.meaning(now)));
  }
}

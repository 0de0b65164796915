package io.rendezvous.dates;

/** A day, a part of it and a time, in any order, each at most once. */
final class Points {
  private Points() {}

  static Rule<Said> with(Rule<Clock> clock, Grammar grammar) {
    Rule<Said> piece =
        Rule.either(
                grammar.day().map(Said::day),
                grammar.part().map(Said::part),
                grammar.partOfToday(),
                clock.map(Said::clock))
            .remembered();
    return Rule.chain(piece, piece.after(grammar.joint().optional()), Said::with).remembered();
  }
}

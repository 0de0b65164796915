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
    Rule<Said> more = piece.after(grammar.joint().optional());
    Rule<Said> two = piece.then(more, Said::with).given((_, said) -> said);
    Rule<Said> three = two.then(more, Said::with).given((_, said) -> said);
    return Rule.either(piece, two, three).remembered();
  }
}

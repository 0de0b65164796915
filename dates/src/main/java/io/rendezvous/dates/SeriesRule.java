package io.rendezvous.dates;

/** What repeats, when, from when on and until when: in any order, each at most once. */
final class SeriesRule {
  private SeriesRule() {}

  static Rule<Meaning> with(Grammar grammar) {
    Grammar.SeriesWords words = grammar.series();
    Rule<Meaning> days = Rule.either(grammar.day(), grammar.stretch(), words.month());
    Rule<SaidSeries> piece =
        Rule.either(
                words.every(),
                grammar.clock().map(Said::clock).map(SaidSeries::at),
                grammar.part().map(Said::part).map(SaidSeries::at),
                Ranges.ofTimes(grammar).map(SaidSeries::during),
                days.after(words.starting()).map(SaidSeries::starting),
                days.after(words.until()).map(last -> SaidSeries.ending(new SaidBound.Until(last))),
                words.times().map(SaidSeries::ending))
            .remembered();
    return Rule.chain(piece, piece.after(grammar.joint().optional()), SaidSeries::with)
        .given((now, said) -> said.meaning(now, grammar.twelveHours()));
  }
}

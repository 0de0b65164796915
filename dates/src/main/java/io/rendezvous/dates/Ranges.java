package io.rendezvous.dates;

/** From one point to another; what one of them leaves out is taken from the other. */
final class Ranges {
  private Ranges() {}

  static Rule<Meaning> with(Rule<Said> point, Grammar grammar) {
    Grammar.RangeWords words = grammar.ranges();
    Rule<Said> other = Points.with(grammar.otherClock(), grammar);
    Rule<Said> start = Rule.either(point, grammar.firstHour().map(Said::clock));
    Rule<Ends> bare = start.before(words.to()).then(point, Ends::new);
    Rule<Ends> marked =
        Rule.either(
            start.after(words.from()).before(words.to()).then(other, Ends::new),
            other.after(words.between()).before(words.and()).then(other, Ends::new));
    Rule<Ends> onDay =
        grammar
            .day()
            .map(Said::day)
            .before(grammar.joint().optional())
            .then(Rule.either(marked, bare, ofTimes(grammar)), Ends::on)
            .given((_, said) -> said);
    return Rule.either(marked, bare, onDay)
        .given((now, said) -> said.meaning(now, grammar.twelveHours()));
  }

  /** From a time to another, of a day that is said elsewhere. */
  static Rule<Ends> ofTimes(Grammar grammar) {
    Grammar.RangeWords words = grammar.ranges();
    Rule<Said> start = Rule.either(grammar.clock(), grammar.firstHour()).map(Said::clock);
    Rule<Said> end = grammar.otherClock().map(Said::clock);
    return Rule.either(
        start.after(words.from().optional()).before(words.to()).then(end, Ends::new),
        end.after(words.between()).before(words.and()).then(end, Ends::new));
  }
}

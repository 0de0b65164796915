package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.words;

/** English, British unless the month comes first. */
final class EnglishGrammar {
  private EnglishGrammar() {}

  static Grammar grammar(boolean monthFirst) {
    return new Grammar(
        EnglishDays.rule(monthFirst),
        EnglishStretches.RULE,
        EnglishParts.RULE,
        EnglishParts.TODAY,
        EnglishLengths.AWAY,
        EnglishClocks.RULE,
        EnglishClocks.FIRST_HOUR,
        EnglishClocks.OTHER,
        EnglishLengths.RULE,
        words(",", "of"),
        new Grammar.RangeWords(
            words("from", "from the"),
            words("to", "to the", "until", "till", "til", "'til", "through", "-"),
            words("between", "between the"),
            words("and", "and the")),
        EnglishLimits.WORDS,
        EnglishSeries.WORDS,
        true);
  }
}

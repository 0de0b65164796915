package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.words;

/** French. */
final class FrenchGrammar {
  private FrenchGrammar() {}

  static Grammar grammar() {
    return new Grammar(
        FrenchDays.RULE,
        FrenchStretches.RULE,
        FrenchParts.RULE,
        FrenchParts.TODAY,
        FrenchLengths.AWAY,
        FrenchClocks.RULE,
        FrenchClocks.FIRST_HOUR,
        FrenchClocks.OTHER,
        FrenchLengths.RULE,
        words(",", "de", "du"),
        new Grammar.RangeWords(
            words("de", "d'", "du", "des"),
            words("a", "au", "jusqu'a", "jusqu'au", "-"),
            words("entre", "entre le"),
            words("et", "et le")),
        FrenchLimits.WORDS,
        FrenchSeries.WORDS,
        false);
  }
}

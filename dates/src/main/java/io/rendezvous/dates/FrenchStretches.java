package io.rendezvous.dates;

import static io.rendezvous.dates.FrenchWords.DAY_NUMBER;
import static io.rendezvous.dates.FrenchWords.MONTH;
import static io.rendezvous.dates.FrenchWords.YEAR;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

/** How French names several days. */
final class FrenchStretches {
  private static final Rule<Written> DATE =
      DAY_NUMBER.then(MONTH, Written::of).then(YEAR.optional(), Written::in);

  /** Du 3 au 5 janvier. */
  private static final Rule<Meaning> DATES =
      DAY_NUMBER
          .after(words("du", "entre le"))
          .before(words("au", "et le", "jusqu'au"))
          .then(DATE, DatesOfMonth::new)
          .given((now, dates) -> dates.from(now.toLocalDate()));

  private static final Rule<Integer> COUNT =
      either(
          Numbers.FRENCH.before(words("prochains jours", "jours qui viennent", "jours a venir")),
          Numbers.FRENCH
              .before(words("prochaines semaines", "semaines qui viennent", "semaines a venir"))
              .map(weeks -> 7 * weeks));

  static final Rule<Meaning> RULE =
      either(
          FrenchWeeks.RULE,
          FrenchMonths.RULE,
          FrenchLimits.RULE,
          DayRule.of(DATE.after(words("la semaine du", "semaine du")), Dates::weekOf),
          DayRule.of(COUNT.after(words("les", "dans les", "ces", "au cours des")), Dates::coming),
          DATES);

  private FrenchStretches() {}
}

package io.rendezvous.dates;

import static io.rendezvous.dates.FrenchWords.MONTH;
import static io.rendezvous.dates.FrenchWords.YEAR;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** How French names months, quarters and years, and what is in them. */
final class FrenchMonths {
  private static final Rule<MonthOfYear> NAMED = MONTH.then(YEAR.optional(), MonthOfYear::new);

  private static final Rule<Integer> AWAY =
      named(
          Map.ofEntries(
              entry("ce mois", 0),
              entry("ce mois-ci", 0),
              entry("mois en cours", 0),
              entry("le mois prochain", 1),
              entry("mois prochain", 1),
              entry("mois qui vient", 1),
              entry("mois suivant", 1),
              entry("le mois dernier", -1),
              entry("mois dernier", -1)));

  private static final Rule<Months> ANY =
      either(
          NAMED
              .after(words("mois de", "mois d'").optional())
              .given((now, said) -> Optional.of(Months.of(now.toLocalDate(), said))),
          AWAY.given((now, months) -> Optional.of(Months.away(now.toLocalDate(), months))),
          words("mois").given((now, _) -> Optional.of(Months.current(now.toLocalDate()))));

  /** A month of which something is: du mois prochain, de mars. */
  static final Rule<Months> OF = ANY.after(words("de", "du", "d'", "en", "au")).remembered();

  private static final Rule<Integer> YEARS =
      named(
          Map.of(
              "cette annee", 0,
              "l'annee prochaine", 1,
              "annee prochaine", 1,
              "l'an prochain", 1,
              "l'annee derniere", -1,
              "l'an dernier", -1));

  private static final Rule<Integer> QUARTERS =
      named(
          Map.of(
              "ce trimestre", 0,
              "le trimestre prochain", 1,
              "trimestre prochain", 1,
              "le trimestre dernier", -1));

  /** Whole months, quarters and years. */
  static final Rule<Meaning> RULE =
      either(
          DayRule.of(AWAY, Dates::month),
          DayRule.of(NAMED.after(words("en", "au mois de", "au mois d'")), MonthOfYear::from),
          DayRule.of(YEARS, Dates::year),
          Numbers.YEAR.after(words("en")).map(Dates::yearOf),
          DayRule.of(QUARTERS, Dates::quarter),
          part(FrenchWeeks.THIRD));

  /** A month by itself. */
  static final Rule<Meaning> BARE = DayRule.of(NAMED, MonthOfYear::from);

  private FrenchMonths() {}

  /** Fin janvier, mi-mars, début du mois prochain, fin d'année. */
  static Rule<Meaning> part(Rule<Third> third) {
    Rule<Integer> years =
        either(YEARS, words("annee", "l'annee").map(_ -> 0)).after(words("de", "d'").optional());
    return either(
        DayRule.of(
            third.then(either(ANY, OF), ThirdOf::new),
            (today, said) -> said.which().third(today, said.third())),
        DayRule.of(
            third.then(years, ThirdOf::new),
            (today, said) -> said.third().ofYear(today.getYear() + said.which())),
        third.then(Numbers.YEAR, Third::ofYear));
  }
}

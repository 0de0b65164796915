package io.rendezvous.dates;

import static io.rendezvous.dates.FrenchWords.DAY_NUMBER;
import static io.rendezvous.dates.FrenchWords.MONTH;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Days;
import java.util.Map;

/** How French names several days. */
final class FrenchStretches {
  /** How many weeks after this one; "de la semaine prochaine" has its "de" before. */
  static final Rule<Integer> WEEK =
      named(
          Map.of(
              "cette semaine", 0,
              "la semaine", 0,
              "la semaine prochaine", 1,
              "semaine prochaine", 1,
              "la semaine d'apres", 1,
              "la semaine derniere", -1,
              "semaine derniere", -1));

  private static final Rule<Integer> WEEK_END =
      named(
          Map.of(
              "ce week-end", 0,
              "ce weekend", 0,
              "le week-end", 0,
              "le weekend", 0,
              "le week-end prochain", 1,
              "le weekend prochain", 1,
              "week-end prochain", 1,
              "weekend prochain", 1));

  private static final Rule<Integer> MONTHS =
      named(Map.of("ce mois", 0, "ce mois-ci", 0, "le mois prochain", 1, "mois prochain", 1));

  private static final Rule<Written> DATE =
      DAY_NUMBER.then(MONTH, Written::of).then(Numbers.YEAR.optional(), Written::in);

  /** Du 3 au 5 janvier. */
  private static final Rule<Meaning> DATES =
      DAY_NUMBER
          .after(words("du", "entre le"))
          .before(words("au", "et le", "jusqu'au"))
          .then(DATE, DatesOfMonth::new)
          .given((now, dates) -> dates.from(now.toLocalDate()));

  static final Rule<Meaning> RULE =
      either(
          DayRule.of(WEEK, Dates::week),
          DayRule.of(WEEK_END, Dates::weekEnd),
          DayRule.of(MONTHS, Dates::month),
          DayRule.of(
              MONTH
                  .after(words("en", "au mois de"))
                  .then(Numbers.YEAR.optional(), MonthOfYear::new),
              MonthOfYear::from),
          DayRule.of(DATE.after(words("la semaine du", "semaine du")), Dates::weekOf),
          DayRule.of(
              Numbers.FRENCH
                  .after(words("les", "dans les", "ces"))
                  .before(words("prochains jours", "jours qui viennent")),
              (today, days) -> new Days(today, today.plusDays(Math.max(days, 1) - 1L))),
          DATES);

  private FrenchStretches() {}
}

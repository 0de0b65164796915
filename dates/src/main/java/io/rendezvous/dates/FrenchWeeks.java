package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import java.util.Map;

/** How French names weeks and what is in them. */
final class FrenchWeeks {
  /** How many weeks after this one; "de la semaine prochaine" has its "de" before. */
  static final Rule<Integer> WEEK =
      named(
          Map.ofEntries(
              entry("cette semaine", 0),
              entry("la semaine", 0),
              entry("la semaine prochaine", 1),
              entry("semaine prochaine", 1),
              entry("la semaine qui vient", 1),
              entry("la semaine suivante", 1),
              entry("la semaine d'apres", 1),
              entry("la semaine derniere", -1),
              entry("semaine derniere", -1),
              entry("la semaine passee", -1)));

  static final Rule<String> WEEK_END_NAME = words("week-end", "weekend", "week end");

  private static final Rule<Integer> WEEK_END =
      either(
          WEEK_END_NAME.after(words("ce", "le", "pendant le")).map(_ -> 0),
          WEEK_END_NAME.after(words("le").optional()).before(words("prochain")).map(_ -> 1),
          WEEK_END_NAME
              .after(words("le").optional())
              .before(words("dernier", "passe"))
              .map(_ -> -1),
          WEEK_END_NAME.before(words("en huit")).after(words("le").optional()).map(_ -> 1));

  static final Rule<Third> THIRD =
      either(
          words("debut", "le debut", "en debut", "au debut", "tout debut")
              .map(_ -> Third.BEGINNING),
          words("mi-", "a la mi-", "mi", "milieu", "le milieu", "en milieu", "au milieu")
              .map(_ -> Third.MIDDLE),
          words("fin", "la fin", "en fin", "a la fin").map(_ -> Third.END));

  static final Rule<Meaning> RULE =
      either(DayRule.of(WEEK, Dates::week), DayRule.of(WEEK_END, Dates::weekEnd), part(THIRD));

  private FrenchWeeks() {}

  /** Fin de semaine, début de la semaine prochaine. */
  static Rule<Meaning> part(Rule<Third> third) {
    return DayRule.of(
        third
            .before(words("de").optional())
            .then(either(WEEK, words("semaine").map(_ -> 0)), ThirdOf::new),
        (today, said) -> Dates.thirdOfWeek(today, said.third(), said.which()));
  }
}

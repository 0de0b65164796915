package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** How French says before when and after when. */
final class FrenchLimits {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Rule<Third> END = FrenchWeeks.THIRD.when(third -> third == Third.END);

  static final Grammar.LimitWords WORDS =
      new Grammar.LimitWords(
          words("avant", "avant le", "avant la", "avant l'"),
          words(
              "d'ici",
              "d'ici a",
              "d'ici au",
              "d'ici la",
              "au plus tard",
              "pas plus tard que",
              "jusqu'a",
              "jusqu'au",
              "jusqu'",
              "jusqu'a la"),
          words("apres", "passe"),
          words(
              "a partir de",
              "a partir du",
              "a partir d'",
              "a compter de",
              "a compter du",
              "a compter d'",
              "pas avant",
              "des"),
          words("et apres", "et au-dela"),
          FrenchClocks.LIMIT,
          either(
              FrenchWeeks.part(END),
              FrenchMonths.part(END),
              words("la fin de la journee", "la fin de journee", "fin de journee")
                  .given((now, _) -> Optional.of(Said.part(DayPart.LATE_AFTERNOON).meaning(now)))));

  private static final Rule<String> IN_ALL = words("d'ici", "dans les", "en moins de", "sous");

  /** D'ici deux heures, dans les trois jours, plus tard dans la journée. */
  static final Rule<Meaning> RULE =
      either(
          either(FrenchLengths.LIMIT.after(IN_ALL), words("dans l'heure").map(_ -> HOUR))
              .given(Dates::within),
          either(
                  FrenchLengths.PERIOD.after(IN_ALL),
                  words("sous huitaine").map(_ -> Period.ofWeeks(1)),
                  words("plus tard dans la journee", "plus tard aujourd'hui").map(_ -> Period.ZERO))
              .given(Dates::within),
          DayRule.of(
              words("plus tard dans la semaine", "plus tard cette semaine"),
              (today, _) -> Dates.restOfWeek(today)));

  private FrenchLimits() {}
}

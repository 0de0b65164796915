package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import io.rendezvous.dates.Meaning.Day;
import java.util.Map;

/** How French names parts of a day. */
final class FrenchParts {
  private static final Rule<DayPart> NAME =
      named(
          Map.ofEntries(
              entry("matin", DayPart.MORNING),
              entry("matinee", DayPart.MORNING),
              entry("apres-midi", DayPart.AFTERNOON),
              entry("apres midi", DayPart.AFTERNOON),
              entry("aprem", DayPart.AFTERNOON),
              entry("soir", DayPart.EVENING),
              entry("soiree", DayPart.EVENING),
              entry("nuit", DayPart.NIGHT)));

  private static final Rule<DayPart> NAME_OR_SHORT =
      either(NAME, words("mat", "mat'").map(_ -> DayPart.MORNING));

  private static final Rule<DayPart> FINE =
      named(
          Map.ofEntries(
              entry("tot le matin", DayPart.EARLY_MORNING),
              entry("tot dans la matinee", DayPart.EARLY_MORNING),
              entry("matin a la premiere heure", DayPart.EARLY_MORNING),
              entry("matin tot", DayPart.EARLY_MORNING),
              entry("matin de bonne heure", DayPart.EARLY_MORNING),
              entry("de bon matin", DayPart.EARLY_MORNING),
              entry("a la premiere heure", DayPart.EARLY_MORNING),
              entry("debut de matinee", DayPart.EARLY_MORNING),
              entry("fin de matinee", DayPart.LATE_MORNING),
              entry("fin de la matinee", DayPart.LATE_MORNING),
              entry("l'heure du dejeuner", DayPart.LUNCHTIME),
              entry("la pause dejeuner", DayPart.LUNCHTIME),
              entry("l'heure du midi", DayPart.LUNCHTIME),
              entry("debut d'apres-midi", DayPart.EARLY_AFTERNOON),
              entry("debut de l'apres-midi", DayPart.EARLY_AFTERNOON),
              entry("debut d'aprem", DayPart.EARLY_AFTERNOON),
              entry("fin d'apres-midi", DayPart.LATE_AFTERNOON),
              entry("fin de l'apres-midi", DayPart.LATE_AFTERNOON),
              entry("fin d'aprem", DayPart.LATE_AFTERNOON),
              entry("fin de journee", DayPart.LATE_AFTERNOON),
              entry("fin de la journee", DayPart.LATE_AFTERNOON),
              entry("debut de soiree", DayPart.EARLY_EVENING),
              entry("fin de soiree", DayPart.LATE_EVENING),
              entry("tard le soir", DayPart.LATE_EVENING),
              entry("en journee", DayPart.DAYTIME),
              entry("dans la journee", DayPart.DAYTIME)));

  private static final Rule<DayPart> ALL_DAY =
      words("toute la journee", "la journee entiere", "journee entiere").map(_ -> DayPart.ALL_DAY);

  /** 3 heures de l'après-midi. */
  static final Rule<DayPart> OF_CLOCK =
      NAME_OR_SHORT.after(words("du", "de l'", "de la", "le", "l'"));

  static final Rule<DayPart> RULE =
      either(
          ALL_DAY,
          words("du mat").map(_ -> DayPart.MORNING),
          FINE.after(
              words("en", "a", "a la", "au", "pendant", "sur", "vers", "pour", "le").optional()),
          NAME.after(
              words(
                      "le",
                      "la",
                      "l'",
                      "au",
                      "en",
                      "toute la",
                      "toute l'",
                      "tout l'",
                      "dans la",
                      "dans l'",
                      "du",
                      "de l'",
                      "de la",
                      "pour le")
                  .optional()));

  /** La nuit de vendredi à samedi, which begins on Friday. */
  private static final Rule<Said> NIGHT_BETWEEN =
      FrenchWords.WEEKDAY
          .after(words("la nuit de", "dans la nuit de", "la nuit du", "dans la nuit du"))
          .before(words("a", "au"))
          .then(FrenchWords.WEEKDAY, WeekdayPair::new)
          .when(nights -> nights.first().plus(1) == nights.second())
          .given(
              (now, nights) ->
                  Said.day(Dates.upcoming(now.toLocalDate(), nights.first()))
                      .with(Said.part(DayPart.NIGHT)));

  static final Rule<Said> TODAY =
      either(
          NAME.after(words("ce", "cet", "cette")).given(Said::partOfToday),
          NIGHT_BETWEEN,
          words("ce midi")
              .given(
                  (now, _) ->
                      Said.day(new Day(now.toLocalDate())).with(Said.clock(Clock.exact(12, 0)))));

  private FrenchParts() {}
}

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
              entry("soiree", DayPart.EVENING)));

  private static final Rule<DayPart> ALL_DAY =
      words("toute la journee", "la journee entiere", "journee entiere").map(_ -> DayPart.ALL_DAY);

  /** 3 heures de l'après-midi. */
  static final Rule<DayPart> OF_CLOCK = NAME.after(words("du", "de l'", "de la", "le", "l'"));

  static final Rule<DayPart> RULE =
      either(
          ALL_DAY,
          NAME.after(
              words(
                      "le",
                      "la",
                      "l'",
                      "au",
                      "en",
                      "en fin de",
                      "en debut de",
                      "dans la",
                      "dans l'",
                      "du",
                      "de l'",
                      "de la",
                      "pour le")
                  .optional()));

  static final Rule<Said> TODAY =
      either(
          NAME.after(words("ce", "cet", "cette")).given(Said::partOfToday),
          words("ce midi")
              .given(
                  (now, _) ->
                      Said.day(new Day(now.toLocalDate())).with(Said.clock(Clock.exact(12, 0)))));

  private FrenchParts() {}
}

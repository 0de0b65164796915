package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import java.util.Map;

/** How French says how often something repeats: chaque semaine, tous les deux mois. */
final class FrenchPeriods {
  private static final Rule<String> EVERY = words("tous les", "toutes les", "chaque");

  private static final Rule<Frequency> UNIT =
      named(
          Map.ofEntries(
              entry("minutes", Frequency.MINUTELY),
              entry("heure", Frequency.HOURLY),
              entry("heures", Frequency.HOURLY),
              entry("jour", Frequency.DAILY),
              entry("jours", Frequency.DAILY),
              entry("semaine", Frequency.WEEKLY),
              entry("semaines", Frequency.WEEKLY),
              entry("mois", Frequency.MONTHLY),
              entry("an", Frequency.YEARLY),
              entry("ans", Frequency.YEARLY),
              entry("annee", Frequency.YEARLY),
              entry("annees", Frequency.YEARLY)));

  /** Units that count others, and the customs of "huit jours" and "quinze jours". */
  private static final Rule<Recurrence> NAMED =
      either(
          words("tous les huit jours", "tous les 8 jours", "une fois par semaine")
              .map(_ -> Recurrence.every(1, Frequency.WEEKLY)),
          words("tous les quinze jours", "tous les 15 jours")
              .map(_ -> Recurrence.every(2, Frequency.WEEKLY)),
          words("une fois par mois").map(_ -> Recurrence.every(1, Frequency.MONTHLY)),
          words("chaque trimestre", "tous les trimestres")
              .map(_ -> Recurrence.every(3, Frequency.MONTHLY)),
          words("chaque semestre", "tous les semestres")
              .map(_ -> Recurrence.every(6, Frequency.MONTHLY)));

  static final Rule<Recurrence> RULE =
      either(
              NAMED,
              UNIT.after(EVERY).map(unit -> Recurrence.every(1, unit)),
              Numbers.FRENCH.when(number -> number > 0).after(EVERY).then(UNIT, Recurrence::every),
              UNIT.after(words("un", "une"))
                  .before(words("sur"))
                  .then(
                      Numbers.FRENCH.when(number -> number > 1),
                      (unit, number) -> Recurrence.every(number, unit)))
          .remembered();

  private FrenchPeriods() {}
}

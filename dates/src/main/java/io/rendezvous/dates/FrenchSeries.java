package io.rendezvous.dates;

import static io.rendezvous.dates.FrenchWords.DAY_NUMBER;
import static io.rendezvous.dates.FrenchWords.MONTH;
import static io.rendezvous.dates.FrenchWords.WEEKDAY;
import static io.rendezvous.dates.FrenchWords.WEEKDAYS;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How French says that something repeats. */
final class FrenchSeries {
  private static final Rule<String> EVERY = words("tous les", "chaque");
  private static final Rule<String> THE = words("le", "les");
  private static final Rule<String> JOINT = words(",", "de");

  private static final Rule<Set<DayOfWeek>> DAYS =
      RepeatedDays.list(
          either(WEEKDAY, WEEKDAYS), words(",", "et", "et le", "et les", ", le", "ainsi que le"));

  private static final Rule<Set<DayOfWeek>> PLURAL_DAYS =
      RepeatedDays.list(WEEKDAYS, words(",", "et", "et les"));

  private static final Rule<Recurrence> WEEKLY =
      either(
          DAYS.after(EVERY).map(days -> RepeatedDays.weekly(1, days)),
          DAYS.after(
                  words("tous les jours sauf", "tous les jours sauf le", "tous les jours sauf les"))
              .given((_, days) -> RepeatedDays.allBut(days)),
          PLURAL_DAYS
              .after(words("les", "tous les").optional())
              .map(days -> RepeatedDays.weekly(1, days)),
          WEEKDAY
              .after(words("un"))
              .before(words("sur"))
              .then(
                  Numbers.FRENCH.when(number -> number > 1),
                  (day, weeks) -> RepeatedDays.weekly(weeks, EnumSet.of(day))),
          words(
                  "tous les jours ouvres",
                  "chaque jour ouvre",
                  "les jours ouvres",
                  "tous les jours de semaine",
                  "chaque jour de semaine",
                  "tous les jours en semaine",
                  "chaque jour de la semaine",
                  "tous les jours du lundi au vendredi",
                  "chaque jour du lundi au vendredi",
                  "tous les jours sauf le week-end")
              .map(_ -> RepeatedDays.weekly(1, RepeatedDays.WORKING)),
          words("tous les jours ouvrables", "chaque jour ouvrable")
              .map(_ -> RepeatedDays.weekly(1, EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)))),
          words("tous les week-ends", "tous les weekends", "chaque week-end", "chaque weekend")
              .map(_ -> RepeatedDays.weekly(1, RepeatedDays.WEEK_END)));

  private static final Rule<RepeatedDay> OF_MONTH = RepeatedDays.ofMonth(FrenchDays.NTH_DAY);

  private static final Rule<RepeatedDay> OF_YEAR =
      RepeatedDays.ofYear(DAY_NUMBER.then(MONTH, Written::of));

  /** Tous les 3 du mois, chaque premier lundi du mois, tous les 14 juillet. */
  private static final Rule<Recurrence> OF_PERIOD =
      either(
          OF_MONTH
              .after(EVERY)
              .before(words("du mois"))
              .map(day -> Recurrence.every(1, Frequency.MONTHLY, day)),
          words("chaque fin de mois", "tous les fins de mois", "toutes les fins de mois")
              .map(_ -> Recurrence.every(1, Frequency.MONTHLY, new RepeatedDay.DayOfMonth(-1))),
          OF_YEAR.after(EVERY).map(day -> Recurrence.every(1, Frequency.YEARLY, day)));

  private static final Rule<DayPart> PARTS =
      named(
          Map.of(
              "matins", DayPart.MORNING,
              "matin", DayPart.MORNING,
              "apres-midi", DayPart.AFTERNOON,
              "apres-midis", DayPart.AFTERNOON,
              "soirs", DayPart.EVENING,
              "soir", DayPart.EVENING,
              "nuit", DayPart.NIGHT,
              "nuits", DayPart.NIGHT));

  private static final Rule<SaidSeries> DAILY =
      either(
          PARTS
              .after(words("tous les", "toutes les", "chaque"))
              .map(part -> SaidSeries.every(Recurrence.every(1, Frequency.DAILY), part)),
          words("tous les midis", "chaque midi").map(_ -> SaidSeries.daily(Clock.exact(12, 0))));

  private static final Rule<SaidSeries> EVERY_DAY =
      either(
              FrenchPeriods.RULE,
              WEEKLY,
              OF_PERIOD,
              RepeatedDays.in(
                  FrenchPeriods.RULE,
                  Frequency.WEEKLY,
                  RepeatedDays.ofWeek(DAYS.after(THE)),
                  JOINT),
              RepeatedDays.in(FrenchPeriods.RULE, Frequency.MONTHLY, OF_MONTH.after(THE), JOINT),
              RepeatedDays.in(FrenchPeriods.RULE, Frequency.YEARLY, OF_YEAR.after(THE), JOINT))
          .map(SaidSeries::every);

  static final Grammar.SeriesWords WORDS =
      new Grammar.SeriesWords(
          either(EVERY_DAY, DAILY),
          words(
              "a partir de",
              "a partir du",
              "a partir d'",
              "a compter de",
              "a compter du",
              "des",
              "des le"),
          words("jusqu'a", "jusqu'au", "jusqu'", "jusqu'a la", "jusqu'au mois de"),
          FrenchMonths.BARE,
          either(
              Numbers.FRENCH
                  .when(number -> number > 0)
                  .before(words("fois", "seances", "occurrences"))
                  .map(SaidBound.Times::new),
              FrenchLengths.PERIOD
                  .after(words("pendant", "durant", "sur"))
                  .map(SaidBound.Lasting::new)));

  private FrenchSeries() {}
}

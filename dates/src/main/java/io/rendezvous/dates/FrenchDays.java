package io.rendezvous.dates;

import static io.rendezvous.dates.FrenchWords.DAY_NUMBER;
import static io.rendezvous.dates.FrenchWords.MONTH;
import static io.rendezvous.dates.FrenchWords.NTH;
import static io.rendezvous.dates.FrenchWords.SHORT_WEEKDAY;
import static io.rendezvous.dates.FrenchWords.WEEKDAY;
import static io.rendezvous.dates.FrenchWords.YEAR;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import io.rendezvous.dates.Meaning.Day;
import java.time.MonthDay;
import java.util.Map;

/** How French names one day. */
final class FrenchDays {
  private static final Rule<String> THE = words("le", "l'", "les");

  private static final Rule<Written> DATE =
      either(
          DAY_NUMBER.then(MONTH, Written::of).then(YEAR.optional(), Written::in),
          NumericDates.slashed(false),
          NumericDates.ISO);

  /** Noël and the like, with words that tell that a day is meant. */
  private static final Rule<Meaning> FEAST =
      DayRule.feast(
          Map.ofEntries(
              entry("le jour de noel", MonthDay.of(12, 25)),
              entry("a noel", MonthDay.of(12, 25)),
              entry("la veille de noel", MonthDay.of(12, 24)),
              entry("le lendemain de noel", MonthDay.of(12, 26)),
              entry("le jour de l'an", MonthDay.of(1, 1)),
              entry("la saint-sylvestre", MonthDay.of(12, 31)),
              entry("a la saint-valentin", MonthDay.of(2, 14)),
              entry("a la toussaint", MonthDay.of(11, 1))));

  /** Le premier lundi, le dernier jour, le 3: of a month that is said next. */
  static final Rule<Nth> NTH_DAY =
      either(
          NTH.then(either(WEEKDAY, FrenchWords.WEEKDAYS), Nth::new),
          NTH.when(nth -> nth == 1 || nth == -1).before(words("jour", "jours")).map(Nth::day),
          DAY_NUMBER.map(Nth::day));

  private static final Rule<Meaning> OF_MONTH =
      DayRule.of(NTH_DAY.after(THE).then(FrenchMonths.OF, NthOfMonth::new), NthOfMonth::from);

  private static final Rule<Integer> TELEPHONE = Numbers.TWO_DIGITS.before(Numbers.TWO_DIGITS);

  /** 27 novembre; le 27; le 3 of "le 3 et le 5 janvier". */
  private static final Rule<Meaning> NUMBERED =
      either(
          DayRule.of(DATE.after(THE.optional()), (today, date) -> date.from(today)),
          DayRule.of(NumericDates.DOTTED.after(THE), (today, date) -> date.from(today)),
          DayRule.of(
              DAY_NUMBER
                  .after(THE)
                  .beside(
                      DATE.after(words("et le", "ou le", ", le", "et", "ou")),
                      (day, date) -> date.on(day)),
              (today, date) -> date.from(today)),
          DayRule.ofMonth(DAY_NUMBER.after(THE).notBefore(TELEPHONE)));

  /** Vendredi 27, vendredi 27 novembre: checked against the weekday. */
  private static final Rule<Meaning> WEEKDAY_AND_DATE =
      either(WEEKDAY, SHORT_WEEKDAY)
          .after(THE.optional())
          .before(words(",", "prochain", "prochain ,").optional())
          .then(
              either(NUMBERED, OF_MONTH, FEAST, DayRule.ofMonth(DAY_NUMBER)),
              (weekday, date) -> Dates.checked(date, weekday));

  private static final Rule<Meaning> NAMED =
      either(
          DayRule.away(0, "aujourd'hui", "ce jour"),
          DayRule.away(7, "aujourd'hui en huit", "d'aujourd'hui en huit"),
          DayRule.away(8, "demain en huit"),
          DayRule.away(1, "demain"),
          DayRule.away(2, "apres-demain", "apres demain"),
          DayRule.away(-1, "hier"),
          DayRule.away(-2, "avant-hier", "avant hier"));

  private static final Rule<Meaning> RELATIVE =
      either(
          DayRule.of(WEEKDAY.after(THE.optional()), Dates::upcoming),
          DayRule.of(WEEKDAY.after(words("ce")), Dates::current),
          DayRule.of(
              WEEKDAY.after(words("le", "ce").optional()).before(words("qui vient")),
              Dates::upcoming),
          DayRule.of(
              WEEKDAY.after(THE.optional()).before(words("prochain", "de la prochaine semaine")),
              (today, weekday) -> Dates.inWeek(today, 1, weekday)),
          DayRule.of(WEEKDAY.after(THE.optional()).before(words("dernier", "passe")), Dates::last),
          DayRule.of(
              WEEKDAY
                  .after(THE.optional())
                  .then(named(Map.of("en huit", 7, "en quinze", 14)), WeekdayAndDays::new),
              (today, said) -> Dates.plus(Dates.upcoming(today, said.weekday()), said.days())),
          WEEKDAY
              .after(THE.optional())
              .then(FrenchLengths.DAYS_AWAY, WeekdayAndPeriod::new)
              .given((now, said) -> said.from(now.toLocalDate())),
          DayRule.of(
              WEEKDAY
                  .after(THE.optional())
                  .before(words("de").optional())
                  .then(FrenchWeeks.WEEK, WeekdayOfWeek::new),
              WeekdayOfWeek::from),
          DayRule.of(
              FrenchWeeks.WEEK
                  .before(words(",").optional())
                  .before(THE.optional())
                  .then(WEEKDAY, (weeks, weekday) -> new WeekdayOfWeek(weekday, weeks)),
              WeekdayOfWeek::from),
          DayRule.of(FrenchLengths.DAYS_AWAY, (today, days) -> new Day(today.plus(days))),
          DayRule.of(FrenchLengths.DAYS_AGO, (today, days) -> new Day(today.minus(days))),
          DayRule.of(FrenchLengths.WORKING_DAYS_AWAY, Dates::workingDay));

  /** Demain mardi; le 3 janvier, un mardi. */
  private static final Rule<Meaning> DATE_AND_WEEKDAY =
      either(
          NAMED.then(WEEKDAY, Dates::checked),
          either(NUMBERED, OF_MONTH, FEAST)
              .before(words("(", "un", ", un", "c'est un", ", c'est un").optional())
              .then(WEEKDAY.before(words(")").optional()), Dates::checked));

  private static final Rule<Meaning> PLAIN =
      either(NAMED, RELATIVE, NUMBERED, OF_MONTH, FEAST, WEEKDAY_AND_DATE, DATE_AND_WEEKDAY);

  static final Rule<Meaning> RULE =
      either(
          PLAIN,
          PLAIN.after(words("le lendemain de", "le lendemain du")).map(day -> Dates.plus(day, 1)),
          PLAIN.after(words("la veille de", "la veille du")).map(day -> Dates.plus(day, -1)));

  private FrenchDays() {}
}

package io.rendezvous.dates;

import static io.rendezvous.dates.FrenchWords.DAY_NUMBER;
import static io.rendezvous.dates.FrenchWords.MONTH;
import static io.rendezvous.dates.FrenchWords.WEEKDAY;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Day;

/** How French names one day. */
final class FrenchDays {
  private static final Rule<String> THE = words("le", "l'", "les");

  private static final Rule<Written> DATE =
      either(
          DAY_NUMBER.then(MONTH, Written::of).then(Numbers.YEAR.optional(), Written::in),
          NumericDates.slashed(false),
          NumericDates.ISO);

  /** 27 novembre; le 27. */
  private static final Rule<Meaning> NUMBERED =
      either(
          DayRule.of(DATE.after(THE.optional()), (today, date) -> date.from(today)),
          DayRule.ofMonth(DAY_NUMBER.after(THE)));

  /** Vendredi 27, vendredi 27 novembre: checked against the weekday. */
  private static final Rule<Meaning> WEEKDAY_AND_DATE =
      WEEKDAY
          .after(THE.optional())
          .before(words(",").optional())
          .then(
              either(NUMBERED, DayRule.ofMonth(DAY_NUMBER)),
              (weekday, date) -> Dates.checked(date, weekday));

  private static final Rule<Meaning> NAMED =
      either(
          DayRule.away(0, "aujourd'hui", "ce jour"),
          DayRule.away(1, "demain"),
          DayRule.away(2, "apres-demain", "apres demain"),
          DayRule.away(-1, "hier"),
          DayRule.away(-2, "avant-hier", "avant hier"));

  private static final Rule<Meaning> RELATIVE =
      either(
          DayRule.of(WEEKDAY.after(THE.optional()), Dates::upcoming),
          DayRule.of(WEEKDAY.after(words("ce")), Dates::current),
          DayRule.of(
              WEEKDAY.after(THE.optional()).before(words("prochain")),
              (today, weekday) -> Dates.inWeek(today, 1, weekday)),
          DayRule.of(WEEKDAY.after(THE.optional()).before(words("dernier")), Dates::last),
          DayRule.of(
              WEEKDAY.before(words("en huit")),
              (today, weekday) -> new Day(Dates.upcoming(today, weekday).date().plusWeeks(1))),
          DayRule.of(
              WEEKDAY
                  .after(THE.optional())
                  .before(words("de").optional())
                  .then(FrenchStretches.WEEK, WeekdayOfWeek::new),
              WeekdayOfWeek::from),
          DayRule.of(
              FrenchStretches.WEEK
                  .before(words(",").optional())
                  .before(THE.optional())
                  .then(WEEKDAY, (weeks, weekday) -> new WeekdayOfWeek(weekday, weeks)),
              WeekdayOfWeek::from),
          DayRule.of(FrenchLengths.DAYS_AWAY, (today, days) -> new Day(today.plus(days))));

  static final Rule<Meaning> RULE = either(NAMED, RELATIVE, NUMBERED, WEEKDAY_AND_DATE);

  private FrenchDays() {}
}

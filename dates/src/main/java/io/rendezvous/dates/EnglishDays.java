package io.rendezvous.dates;

import static io.rendezvous.dates.EnglishWords.DAY_NUMBER;
import static io.rendezvous.dates.EnglishWords.MONTH;
import static io.rendezvous.dates.EnglishWords.ORDINAL;
import static io.rendezvous.dates.EnglishWords.WEEKDAY;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Day;
import java.time.DayOfWeek;

/** How English names one day. */
final class EnglishDays {
  private static final Rule<String> ON = words("on", "on the", "the");

  private static final Rule<Integer> YEAR = Numbers.YEAR.after(words(",").optional());

  private static final Rule<Written> DATE =
      either(
          DAY_NUMBER
              .before(words("of").optional())
              .then(MONTH, Written::of)
              .then(YEAR.optional(), Written::in),
          MONTH
              .before(words("the").optional())
              .then(DAY_NUMBER, (month, day) -> Written.of(day, month))
              .then(YEAR.optional(), Written::in),
          NumericDates.ISO);

  private static final Rule<Meaning> NAMED =
      either(
          DayRule.away(0, "today"),
          DayRule.away(1, "tomorrow"),
          DayRule.away(2, "the day after tomorrow", "day after tomorrow"),
          DayRule.away(-1, "yesterday"),
          DayRule.away(-2, "the day before yesterday", "day before yesterday"));

  private static final Rule<DayOfWeek> ON_WEEKDAY = WEEKDAY.after(ON.optional());

  private static final Rule<Meaning> RELATIVE =
      either(
          DayRule.of(ON_WEEKDAY, Dates::upcoming),
          DayRule.of(WEEKDAY.after(words("this", "on this")), Dates::current),
          DayRule.of(
              WEEKDAY.after(words("next", "on next")),
              (today, weekday) -> Dates.inWeek(today, 1, weekday)),
          DayRule.of(WEEKDAY.after(words("last", "on last")), Dates::last),
          DayRule.of(
              ON_WEEKDAY.before(words("week")),
              (today, weekday) -> new Day(Dates.upcoming(today, weekday).date().plusWeeks(1))),
          DayRule.of(
              ON_WEEKDAY
                  .before(words("of").optional())
                  .then(EnglishStretches.WEEK, WeekdayOfWeek::new),
              WeekdayOfWeek::from),
          DayRule.of(
              EnglishStretches.WEEK
                  .before(words(",").optional())
                  .then(ON_WEEKDAY, (weeks, weekday) -> new WeekdayOfWeek(weekday, weeks)),
              WeekdayOfWeek::from),
          DayRule.of(EnglishLengths.DAYS_AWAY, (today, days) -> new Day(today.plus(days))));

  private EnglishDays() {}

  static Rule<Meaning> rule(boolean monthFirst) {
    Rule<Written> date = either(DATE, NumericDates.slashed(monthFirst));
    Rule<Meaning> numbered =
        either(
            DayRule.of(date.after(ON.optional()), (today, written) -> written.from(today)),
            DayRule.ofMonth(ORDINAL.after(words("the", "on the"))));
    // After a weekday, a small number may as well be an hour: only 13 and more are taken for a day.
    Rule<Meaning> bare =
        either(
            DayRule.ofMonth(ORDINAL), DayRule.ofMonth(Numbers.DIGITS.when(number -> number > 12)));
    Rule<Meaning> weekdayAndDate =
        ON_WEEKDAY
            .before(words(",").optional())
            .then(either(numbered, bare), (weekday, day) -> Dates.checked(day, weekday));
    return either(NAMED, RELATIVE, numbered, weekdayAndDate);
  }
}

package io.rendezvous.dates;

import static io.rendezvous.dates.EnglishWords.DAY_NUMBER;
import static io.rendezvous.dates.EnglishWords.MONTH;
import static io.rendezvous.dates.EnglishWords.NTH;
import static io.rendezvous.dates.EnglishWords.ORDINAL;
import static io.rendezvous.dates.EnglishWords.WEEKDAY;
import static io.rendezvous.dates.EnglishWords.YEAR;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import io.rendezvous.dates.Meaning.Day;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Map;

/** How English names one day. */
final class EnglishDays {
  private static final Rule<String> ON = words("on", "on the", "the");

  private static final Rule<Written> DATE =
      either(
          DAY_NUMBER
              .before(words("of", "day of").optional())
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

  /** What an ordinal may count rather than the days of a month. */
  private static final Rule<String> COUNTED_THING =
      words(
          "week", "weekend", "half", "one", "time", "thing", "floor", "day", "meeting", "call",
          "part", "person", "quarter");

  private static final Rule<DayOfWeek> ON_WEEKDAY = WEEKDAY.after(ON.optional());

  private static final Rule<Meaning> FEAST =
      DayRule.feast(
          Map.ofEntries(
              entry("christmas day", MonthDay.of(12, 25)),
              entry("at christmas", MonthDay.of(12, 25)),
              entry("christmas eve", MonthDay.of(12, 24)),
              entry("boxing day", MonthDay.of(12, 26)),
              entry("new year's day", MonthDay.of(1, 1)),
              entry("new year's eve", MonthDay.of(12, 31)),
              entry("valentine's day", MonthDay.of(2, 14)),
              entry("at halloween", MonthDay.of(10, 31))));

  /** The first Monday, the last day, the 3rd: of a month that is said next. */
  static final Rule<Nth> NTH_DAY =
      either(
          NTH.then(either(WEEKDAY, EnglishWords.WEEKDAYS), Nth::new),
          NTH.when(nth -> nth == 1 || nth == -1).before(words("day")).map(Nth::day),
          ORDINAL.map(Nth::day));

  private static final Rule<Meaning> OF_MONTH =
      DayRule.of(
          NTH_DAY.after(ON.optional()).then(EnglishMonths.OF, NthOfMonth::new), NthOfMonth::from);

  private static final Rule<Meaning> RELATIVE =
      either(
          DayRule.of(ON_WEEKDAY, Dates::upcoming),
          DayRule.of(WEEKDAY.after(words("this", "on this")), Dates::current),
          DayRule.of(
              WEEKDAY.after(words("this coming", "the coming", "coming", "on the coming")),
              Dates::upcoming),
          DayRule.of(ON_WEEKDAY.before(words("coming")), Dates::upcoming),
          DayRule.of(
              either(WEEKDAY.after(words("next", "on next")), ON_WEEKDAY.before(words("next"))),
              (today, weekday) -> Dates.inWeek(today, 1, weekday)),
          DayRule.of(
              ON_WEEKDAY.before(words("after next")),
              (today, weekday) -> Dates.inWeek(today, 2, weekday)),
          DayRule.of(WEEKDAY.after(words("last", "on last")), Dates::last),
          DayRule.of(
              ON_WEEKDAY.then(named(Map.of("week", 7, "fortnight", 14)), WeekdayAndDays::new),
              (today, said) -> Dates.plus(Dates.upcoming(today, said.weekday()), said.days())),
          DayRule.of(
              EnglishLengths.WEEKS
                  .before(words("on", "from", "from this").optional())
                  .then(WEEKDAY, (days, weekday) -> new WeekdayAndDays(weekday, days)),
              (today, said) -> Dates.plus(Dates.upcoming(today, said.weekday()), said.days())),
          DayRule.of(
              ON_WEEKDAY.before(words("of").optional()).then(EnglishWeeks.WEEK, WeekdayOfWeek::new),
              WeekdayOfWeek::from),
          DayRule.of(
              EnglishWeeks.WEEK
                  .before(words(",").optional())
                  .then(ON_WEEKDAY, (weeks, weekday) -> new WeekdayOfWeek(weekday, weeks)),
              WeekdayOfWeek::from));

  /** In three days, a week tomorrow, two weeks ago. */
  private static final Rule<Meaning> COUNTED =
      either(
          DayRule.of(EnglishLengths.DAYS_AWAY, (today, days) -> new Day(today.plus(days))),
          DayRule.of(EnglishLengths.DAYS_AGO, (today, days) -> new Day(today.minus(days))),
          DayRule.of(EnglishLengths.WORKING_DAYS_AWAY, Dates::workingDay),
          EnglishLengths.WEEKS
              .before(words("from").optional())
              .then(NAMED, (days, day) -> Dates.plus(day, days)),
          NAMED.before(words("week")).map(day -> Dates.plus(day, 7)),
          ON_WEEKDAY
              .then(EnglishLengths.DAYS_AWAY, WeekdayAndPeriod::new)
              .given((now, said) -> said.from(now.toLocalDate())),
          EnglishLengths.DAYS_AWAY
              .then(ON_WEEKDAY, (away, weekday) -> new WeekdayAndPeriod(weekday, away))
              .given((now, said) -> said.from(now.toLocalDate())));

  private EnglishDays() {}

  static Rule<Meaning> rule(boolean monthFirst) {
    Rule<Written> date = either(DATE, NumericDates.slashed(monthFirst));
    Rule<Meaning> numbered =
        either(
            DayRule.of(date.after(ON.optional()), (today, written) -> written.from(today)),
            DayRule.of(
                ORDINAL
                    .after(words("the", "on the"))
                    .beside(
                        date.after(words("and the", "or the", "and", "or")),
                        (day, other) -> other.on(day)),
                (today, written) -> written.from(today)),
            DayRule.ofMonth(ORDINAL.after(words("the", "on the")).notBefore(COUNTED_THING)),
            OF_MONTH,
            FEAST.after(ON.optional()));
    // After a weekday, a small number may as well be an hour: only 13 and more are taken for a day.
    Rule<Meaning> bare =
        either(
            DayRule.ofMonth(ORDINAL), DayRule.ofMonth(Numbers.DIGITS.when(number -> number > 12)));
    Rule<Meaning> weekdayAndDate =
        either(ON_WEEKDAY, WEEKDAY.after(words("next", "this", "on next", "this coming")))
            .before(words(",").optional())
            .then(either(numbered, bare), (weekday, day) -> Dates.checked(day, weekday));
    Rule<Meaning> dateAndWeekday =
        either(
            NAMED.then(WEEKDAY, Dates::checked),
            numbered
                .before(words("(", "a", ", a", "which is a", ", which is a").optional())
                .then(WEEKDAY.before(words(")").optional()), Dates::checked));
    Rule<Meaning> plain =
        either(NAMED, RELATIVE, COUNTED, numbered, weekdayAndDate, dateAndWeekday);
    return either(
        plain,
        plain.after(words("the day after", "day after")).map(day -> Dates.plus(day, 1)),
        plain.after(words("the day before", "day before")).map(day -> Dates.plus(day, -1)));
  }
}

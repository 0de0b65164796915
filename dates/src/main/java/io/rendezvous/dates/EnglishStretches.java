package io.rendezvous.dates;

import static io.rendezvous.dates.EnglishWords.DAY_NUMBER;
import static io.rendezvous.dates.EnglishWords.MONTH;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Days;
import java.util.Map;

/** How English names several days. */
final class EnglishStretches {
  /** How many weeks after this one. */
  static final Rule<Integer> WEEK =
      named(
          Map.of(
              "this week", 0,
              "the week", 0,
              "next week", 1,
              "the next week", 1,
              "the following week", 1,
              "the week after next", 2,
              "last week", -1));

  private static final Rule<Integer> WEEK_END =
      named(
          Map.of(
              "this weekend", 0,
              "this week-end", 0,
              "the weekend", 0,
              "at the weekend", 0,
              "on the weekend", 0,
              "next weekend", 1,
              "next week-end", 1));

  private static final Rule<Integer> MONTHS = named(Map.of("this month", 0, "next month", 1));

  private static final Rule<Integer> YEAR = Numbers.YEAR.after(words(",").optional());
  private static final Rule<String> TO = words("to", "-", "until", "till", "through");

  private static final Rule<Written> DAY_FIRST =
      DAY_NUMBER
          .before(words("of").optional())
          .then(MONTH, Written::of)
          .then(YEAR.optional(), Written::in);

  private static final Rule<Written> MONTH_FIRST =
      MONTH
          .then(DAY_NUMBER, (month, day) -> Written.of(day, month))
          .then(YEAR.optional(), Written::in);

  private static final Rule<DatesOfMonth> DATES =
      either(
          DAY_NUMBER.before(TO).then(DAY_FIRST, DatesOfMonth::new),
          MONTH_FIRST
              .before(TO)
              .then(DAY_NUMBER, (first, last) -> new DatesOfMonth(first.day(), first.on(last)))
              .then(YEAR.optional(), DatesOfMonth::in));

  static final Rule<Meaning> RULE =
      either(
          DayRule.of(WEEK, Dates::week),
          DayRule.of(WEEK_END, Dates::weekEnd),
          DayRule.of(MONTHS, Dates::month),
          DayRule.of(
              MONTH.after(words("in")).then(Numbers.YEAR.optional(), MonthOfYear::new),
              MonthOfYear::from),
          DayRule.of(
              either(DAY_FIRST, MONTH_FIRST)
                  .after(words("the week of", "week of", "the week of the")),
              Dates::weekOf),
          DayRule.of(
              Numbers.ENGLISH
                  .after(words("the next", "next", "the coming"))
                  .before(words("days", "day")),
              (today, days) -> new Days(today, today.plusDays(Math.max(days, 1) - 1L))),
          DATES
              .after(words("from", "from the", "between").optional())
              .given((now, dates) -> dates.from(now.toLocalDate())));

  private EnglishStretches() {}
}

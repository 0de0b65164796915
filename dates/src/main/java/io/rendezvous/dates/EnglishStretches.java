package io.rendezvous.dates;

import static io.rendezvous.dates.EnglishWords.DAY_NUMBER;
import static io.rendezvous.dates.EnglishWords.MONTH;
import static io.rendezvous.dates.EnglishWords.YEAR;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

/** How English names several days. */
final class EnglishStretches {
  private static final Rule<String> TO =
      words("to", "-", "until", "till", "through", "to the", "until the");

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
          DAY_NUMBER
              .after(words("between", "between the"))
              .before(words("and", "and the"))
              .then(DAY_FIRST, DatesOfMonth::new),
          MONTH_FIRST
              .before(TO)
              .then(DAY_NUMBER, (first, last) -> new DatesOfMonth(first.day(), first.on(last)))
              .then(YEAR.optional(), DatesOfMonth::in));

  private static final Rule<Integer> COUNT =
      either(
          Numbers.ENGLISH.before(words("days", "day")),
          Numbers.ENGLISH.before(words("weeks")).map(weeks -> 7 * weeks));

  static final Rule<Meaning> RULE =
      either(
          EnglishWeeks.RULE,
          EnglishMonths.RULE,
          EnglishLimits.RULE,
          DayRule.of(
              either(DAY_FIRST, MONTH_FIRST)
                  .after(words("the week of", "week of", "the week of the")),
              Dates::weekOf),
          DayRule.of(
              COUNT.after(words("the next", "next", "the coming", "over the next", "in the next")),
              Dates::coming),
          DATES
              .after(words("from", "from the", "between", "the").optional())
              .given((now, dates) -> dates.from(now.toLocalDate())));

  private EnglishStretches() {}
}

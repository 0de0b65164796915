package io.rendezvous.dates;

import static io.rendezvous.dates.EnglishWords.MONTH;
import static io.rendezvous.dates.EnglishWords.YEAR;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;

import java.util.Map;
import java.util.Optional;

/** How English names months, quarters and years, and what is in them. */
final class EnglishMonths {
  private static final Rule<MonthOfYear> NAMED = MONTH.then(YEAR.optional(), MonthOfYear::new);

  private static final Rule<Integer> AWAY =
      named(
          Map.of(
              "this month", 0,
              "next month", 1,
              "the following month", 1,
              "the month after next", 2,
              "last month", -1));

  private static final Rule<Months> ANY =
      either(
          NAMED.given((now, said) -> Optional.of(Months.of(now.toLocalDate(), said))),
          AWAY.given((now, months) -> Optional.of(Months.away(now.toLocalDate(), months))),
          words("the month", "month")
              .given((now, _) -> Optional.of(Months.current(now.toLocalDate()))));

  /** A month of which something is. */
  static final Rule<Months> OF = ANY.after(words("of", "in")).remembered();

  private static final Rule<Integer> YEARS =
      named(Map.of("this year", 0, "next year", 1, "last year", -1));

  private static final Rule<Integer> QUARTERS =
      named(Map.of("this quarter", 0, "next quarter", 1, "last quarter", -1));

  /** Whole months, quarters and years. */
  static final Rule<Meaning> RULE =
      either(
          DayRule.of(AWAY, Dates::month),
          DayRule.of(NAMED.after(words("in")), MonthOfYear::from),
          DayRule.of(YEARS, Dates::year),
          Numbers.YEAR.after(words("in")).map(Dates::yearOf),
          DayRule.of(QUARTERS, Dates::quarter),
          part(EnglishWeeks.THIRD));

  /** A month by itself. */
  static final Rule<Meaning> BARE = DayRule.of(NAMED, MonthOfYear::from);

  private EnglishMonths() {}

  /** The end of January, mid-March, early next month, the end of the year. */
  static Rule<Meaning> part(Rule<Third> third) {
    Rule<Integer> years = either(YEARS, words("the year", "year").map(_ -> 0));
    return either(
        DayRule.of(
            either(
                third.then(ANY, ThirdOf::new),
                words("month end", "month's end", "month-end")
                    .given(
                        (now, _) ->
                            Optional.of(
                                new ThirdOf<>(Third.END, Months.current(now.toLocalDate()))))),
            (today, said) -> said.which().third(today, said.third())),
        DayRule.of(
            either(
                third.then(years, ThirdOf::new),
                words("year end", "year's end", "year-end").map(_ -> new ThirdOf<>(Third.END, 0))),
            (today, said) -> said.third().ofYear(today.getYear() + said.which())),
        third.then(Numbers.YEAR, Third::ofYear));
  }
}

package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import java.util.Map;

/** How English names weeks and what is in them. */
final class EnglishWeeks {
  /** How many weeks after this one. */
  static final Rule<Integer> WEEK =
      named(
          Map.ofEntries(
              entry("this week", 0),
              entry("the week", 0),
              entry("next week", 1),
              entry("the next week", 1),
              entry("the coming week", 1),
              entry("the following week", 1),
              entry("the week after next", 2),
              entry("week after next", 2),
              entry("last week", -1)));

  private static final Rule<String> WEEK_END_NAME = words("weekend", "week-end");

  private static final Rule<Integer> WEEK_END =
      either(
          WEEK_END_NAME
              .after(
                  words("this", "the", "at the", "on the", "over the", "this coming", "the coming"))
              .map(_ -> 0),
          WEEK_END_NAME.after(words("next")).map(_ -> 1),
          WEEK_END_NAME.after(words("last")).map(_ -> -1),
          WEEK_END_NAME.after(words("the")).before(words("after next")).map(_ -> 2));

  static final Rule<Third> THIRD =
      either(
          words(
                  "early",
                  "early in",
                  "the beginning of",
                  "beginning of",
                  "at the beginning of",
                  "the start of",
                  "start of",
                  "at the start of")
              .map(_ -> Third.BEGINNING),
          words(
                  "mid-",
                  "mid",
                  "in mid-",
                  "in mid",
                  "the middle of",
                  "middle of",
                  "in the middle of")
              .map(_ -> Third.MIDDLE),
          words(
                  "late",
                  "late in",
                  "later",
                  "the end of",
                  "end of",
                  "at the end of",
                  "towards the end of")
              .map(_ -> Third.END));

  static final Rule<Meaning> RULE =
      either(
          DayRule.of(WEEK, Dates::week),
          DayRule.of(WEEK_END, Dates::weekEnd),
          DayRule.of(
              words(
                  "later this week",
                  "later in the week",
                  "the rest of the week",
                  "the rest of this week"),
              (today, _) -> Dates.restOfWeek(today)),
          DayRule.of(
              words("midweek", "mid-week"),
              (today, _) -> Dates.thirdOfWeek(today, Third.MIDDLE, 0)),
          part(THIRD));

  private EnglishWeeks() {}

  /** The end of the week, early next week: of a working week, which ends on Friday. */
  static Rule<Meaning> part(Rule<Third> third) {
    return DayRule.of(
        third.then(either(WEEK, words("week").map(_ -> 0)), ThirdOf::new),
        (today, said) -> Dates.thirdOfWeek(today, said.third(), said.which()));
  }
}

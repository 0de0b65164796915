package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import java.util.Map;

/** How English says how often something repeats: every week, every two months, every other day. */
final class EnglishPeriods {
  private static final Rule<String> EVERY = words("every", "each");

  private static final Rule<Frequency> UNIT =
      named(
          Map.ofEntries(
              entry("minutes", Frequency.MINUTELY),
              entry("hour", Frequency.HOURLY),
              entry("hours", Frequency.HOURLY),
              entry("day", Frequency.DAILY),
              entry("days", Frequency.DAILY),
              entry("week", Frequency.WEEKLY),
              entry("weeks", Frequency.WEEKLY),
              entry("month", Frequency.MONTHLY),
              entry("months", Frequency.MONTHLY),
              entry("year", Frequency.YEARLY),
              entry("years", Frequency.YEARLY)));

  /** Adverbs may as well be part of a name: "the weekly meeting". They need a day or time. */
  static final Rule<Recurrence> ADVERB =
      either(
          words("daily").map(_ -> Recurrence.every(1, Frequency.DAILY)),
          words("weekly").map(_ -> Recurrence.every(1, Frequency.WEEKLY)),
          words("fortnightly", "biweekly", "bi-weekly")
              .map(_ -> Recurrence.every(2, Frequency.WEEKLY)),
          words("monthly").map(_ -> Recurrence.every(1, Frequency.MONTHLY)),
          words("quarterly").map(_ -> Recurrence.every(3, Frequency.MONTHLY)),
          words("yearly", "annually").map(_ -> Recurrence.every(1, Frequency.YEARLY)));

  /** "Every second week" is every other one. */
  static final Rule<Integer> INTERVAL =
      either(
          words("other").map(_ -> 2),
          EnglishWords.ORDINAL.when(number -> number > 1),
          Numbers.ENGLISH.when(number -> number > 0));

  static final Rule<Recurrence> RULE =
      either(
              UNIT.after(EVERY).map(unit -> Recurrence.every(1, unit)),
              INTERVAL.after(EVERY).then(UNIT, Recurrence::every),
              words("every fortnight", "once a fortnight", "every couple of weeks")
                  .map(_ -> Recurrence.every(2, Frequency.WEEKLY)),
              words("once a day").map(_ -> Recurrence.every(1, Frequency.DAILY)),
              words("once a week").map(_ -> Recurrence.every(1, Frequency.WEEKLY)),
              words("once a month").map(_ -> Recurrence.every(1, Frequency.MONTHLY)),
              words("every quarter").map(_ -> Recurrence.every(3, Frequency.MONTHLY)))
          .remembered();

  private EnglishPeriods() {}
}

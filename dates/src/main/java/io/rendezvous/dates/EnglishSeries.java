package io.rendezvous.dates;

import static io.rendezvous.dates.EnglishWords.DAY_NUMBER;
import static io.rendezvous.dates.EnglishWords.MONTH;
import static io.rendezvous.dates.EnglishWords.WEEKDAY;
import static io.rendezvous.dates.EnglishWords.WEEKDAYS;
import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How English says that something repeats. */
final class EnglishSeries {
  private static final Rule<String> EVERY = words("every", "each");
  private static final Rule<String> AND = words(",", "and", ", and", "and on", "&");
  private static final Rule<String> ON = words("on", "on the", "the");
  private static final Rule<String> JOINT = words(",", "of");

  private static final Rule<Set<DayOfWeek>> DAYS =
      RepeatedDays.list(either(WEEKDAY, WEEKDAYS), AND);

  private static final Rule<Set<DayOfWeek>> PLURAL_DAYS = RepeatedDays.list(WEEKDAYS, AND);

  private static final Rule<Recurrence> WEEKLY =
      either(
          DAYS.after(EVERY).map(days -> RepeatedDays.weekly(1, days)),
          DAYS.after(words("every day except", "every day except on", "every day but"))
              .given((_, days) -> RepeatedDays.allBut(days)),
          PLURAL_DAYS.after(words("on").optional()).map(days -> RepeatedDays.weekly(1, days)),
          EnglishPeriods.INTERVAL
              .after(EVERY)
              .then(WEEKDAY, (weeks, day) -> RepeatedDays.weekly(weeks, EnumSet.of(day))),
          either(WEEKDAY, WEEKDAYS)
              .after(words("alternate", "on alternate"))
              .map(day -> RepeatedDays.weekly(2, EnumSet.of(day))),
          words(
                  "weekdays",
                  "on weekdays",
                  "every weekday",
                  "each weekday",
                  "every working day",
                  "every business day",
                  "each working day",
                  "every day from monday to friday",
                  "every day except weekends",
                  "on working days")
              .map(_ -> RepeatedDays.weekly(1, RepeatedDays.WORKING)),
          words("every weekend", "each weekend", "at weekends", "on weekends", "weekends")
              .map(_ -> RepeatedDays.weekly(1, RepeatedDays.WEEK_END)));

  private static final Rule<RepeatedDay> OF_WEEK = RepeatedDays.ofWeek(DAYS.after(words("on")));
  private static final Rule<RepeatedDay> OF_MONTH =
      RepeatedDays.ofMonth(EnglishDays.NTH_DAY.after(ON));
  private static final Rule<RepeatedDay> DATE =
      RepeatedDays.ofYear(
          either(
              DAY_NUMBER.before(words("of").optional()).then(MONTH, Written::of),
              MONTH.then(DAY_NUMBER, (month, day) -> Written.of(day, month))));

  /** Every first Monday of the month, every 3 January. */
  private static final Rule<Recurrence> OF_PERIOD =
      either(
          RepeatedDays.ofMonth(EnglishDays.NTH_DAY)
              .after(EVERY)
              .before(words("of the month", "in the month"))
              .map(day -> Recurrence.every(1, Frequency.MONTHLY, day)),
          DATE.after(EVERY).map(day -> Recurrence.every(1, Frequency.YEARLY, day)));

  private static final Rule<SaidSeries> DAILY =
      named(
              Map.of(
                  "morning", DayPart.MORNING,
                  "afternoon", DayPart.AFTERNOON,
                  "evening", DayPart.EVENING,
                  "night", DayPart.EVENING,
                  "lunchtime", DayPart.LUNCHTIME))
          .after(EVERY)
          .map(part -> SaidSeries.every(Recurrence.every(1, Frequency.DAILY), part));

  private static final Rule<Recurrence> PERIOD =
      either(EnglishPeriods.RULE, EnglishPeriods.ADVERB).remembered();

  private static final Rule<Recurrence> ANY =
      either(
          EnglishPeriods.RULE,
          EnglishPeriods.ADVERB.ahead(either(EnglishClocks.RULE, words("from")), (_, _) -> true),
          WEEKLY,
          OF_PERIOD,
          RepeatedDays.in(PERIOD, Frequency.WEEKLY, OF_WEEK, JOINT),
          RepeatedDays.in(PERIOD, Frequency.MONTHLY, OF_MONTH, JOINT),
          RepeatedDays.in(PERIOD, Frequency.YEARLY, DATE.after(ON.optional()), JOINT));

  static final Grammar.SeriesWords WORDS =
      new Grammar.SeriesWords(
          either(ANY.map(SaidSeries::every), DAILY),
          words(
              "starting", "starting on", "starting from", "beginning", "from", "as of", "as from"),
          words("until", "until the", "till", "through", "up to", "ending", "ending on"),
          EnglishMonths.BARE,
          either(
              Numbers.ENGLISH
                  .when(number -> number > 0)
                  .after(words("for").optional())
                  .before(words("times", "occurrences", "sessions"))
                  .map(SaidBound.Times::new),
              EnglishLengths.PERIOD
                  .after(words("for", "for the next"))
                  .map(SaidBound.Lasting::new)));

  private EnglishSeries() {}
}

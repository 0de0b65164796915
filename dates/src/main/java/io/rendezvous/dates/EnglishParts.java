package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.named;
import static io.rendezvous.dates.Rule.words;
import static java.util.Map.entry;

import java.util.Map;

/** How English names parts of a day. */
final class EnglishParts {
  private static final Rule<DayPart> NAME =
      named(
          Map.of(
              "morning", DayPart.MORNING,
              "afternoon", DayPart.AFTERNOON,
              "evening", DayPart.EVENING,
              "night", DayPart.EVENING,
              "lunchtime", DayPart.LUNCHTIME,
              "lunch time", DayPart.LUNCHTIME));

  private static final Rule<DayPart> FINE =
      named(
          Map.ofEntries(
              entry("early morning", DayPart.EARLY_MORNING),
              entry("early in the morning", DayPart.EARLY_MORNING),
              entry("first thing", DayPart.EARLY_MORNING),
              entry("first thing in the morning", DayPart.EARLY_MORNING),
              entry("late morning", DayPart.LATE_MORNING),
              entry("late in the morning", DayPart.LATE_MORNING),
              entry("early afternoon", DayPart.EARLY_AFTERNOON),
              entry("early in the afternoon", DayPart.EARLY_AFTERNOON),
              entry("late afternoon", DayPart.LATE_AFTERNOON),
              entry("late in the afternoon", DayPart.LATE_AFTERNOON),
              entry("end of day", DayPart.LATE_AFTERNOON),
              entry("end of the day", DayPart.LATE_AFTERNOON),
              entry("eod", DayPart.LATE_AFTERNOON),
              entry("cob", DayPart.LATE_AFTERNOON),
              entry("close of business", DayPart.LATE_AFTERNOON),
              entry("early evening", DayPart.EARLY_EVENING),
              entry("early in the evening", DayPart.EARLY_EVENING),
              entry("late evening", DayPart.LATE_EVENING),
              entry("late in the evening", DayPart.LATE_EVENING),
              entry("late at night", DayPart.LATE_EVENING)));

  /** Of today, where "this" does not stand first. */
  private static final Rule<DayPart> FINE_TODAY =
      named(
          Map.of(
              "tonight", DayPart.EVENING,
              "early tonight", DayPart.EARLY_EVENING,
              "late tonight", DayPart.LATE_EVENING,
              "later tonight", DayPart.LATE_EVENING,
              "early this morning", DayPart.EARLY_MORNING,
              "late this morning", DayPart.LATE_MORNING,
              "early this afternoon", DayPart.EARLY_AFTERNOON,
              "late this afternoon", DayPart.LATE_AFTERNOON,
              "early this evening", DayPart.EARLY_EVENING,
              "late this evening", DayPart.LATE_EVENING));

  private static final Rule<DayPart> ALL_DAY =
      either(
          words("all day", "all day long", "the whole day", "the entire day", "whole day")
              .map(_ -> DayPart.ALL_DAY),
          words("during the day", "in the daytime").map(_ -> DayPart.DAYTIME));

  /** Whether the hour is of the second half of the day. */
  static final Rule<Boolean> HALF_OF_DAY =
      named(
          Map.ofEntries(
              entry("am", false),
              entry("a.m.", false),
              entry("a.m", false),
              entry("a m", false),
              entry("pm", true),
              entry("p.m.", true),
              entry("p.m", true),
              entry("p m", true)));

  static final Rule<DayPart> RULE =
      either(
          ALL_DAY,
          FINE.after(words("in the", "the", "at", "at the", "on the").optional()),
          NAME.after(
              words("in the", "the", "at", "during the", "on the", "all", "around").optional()));

  private static final Rule<Said> OF_TODAY =
      either(NAME.after(words("this")), FINE_TODAY, FINE.after(words("this")))
          .given(Said::partOfToday);

  /** Early tomorrow morning, late on Friday afternoon; last night. */
  static final Rule<Said> TODAY =
      either(
          OF_TODAY,
          Rule.<Third>named(
                  Map.of(
                      "early", Third.BEGINNING, "first thing", Third.BEGINNING, "late", Third.END))
              .then(EnglishDays.rule(false), EarlyOrLate::new)
              .then(NAME, EarlyOrLate::said)
              .given((_, said) -> said),
          words("last night")
              .given(
                  (now, _) ->
                      Said.day(new Meaning.Day(now.toLocalDate().minusDays(1)))
                          .with(Said.part(DayPart.EVENING))));

  private EnglishParts() {}
}

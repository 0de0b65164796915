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
              "night", DayPart.EVENING));

  private static final Rule<DayPart> ALL_DAY =
      words("all day", "all day long", "the whole day", "the entire day", "whole day")
          .map(_ -> DayPart.ALL_DAY);

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
      either(ALL_DAY, NAME.after(words("in the", "the", "at", "during the", "on the").optional()));

  static final Rule<Said> TODAY =
      either(NAME.after(words("this")), words("tonight").map(_ -> DayPart.EVENING))
          .given(Said::partOfToday);

  private EnglishParts() {}
}

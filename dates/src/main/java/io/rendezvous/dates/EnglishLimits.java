package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** How English says before when and after when. */
final class EnglishLimits {
  private static final Duration HOUR = Duration.ofHours(1);

  private static final Rule<Third> END = EnglishWeeks.THIRD.when(third -> third == Third.END);

  static final Grammar.LimitWords WORDS =
      new Grammar.LimitWords(
          words("before", "before the", "ahead of"),
          words(
              "by",
              "by the",
              "until",
              "until the",
              "till",
              "up to",
              "no later than",
              "not later than",
              "at the latest by"),
          words("after", "after the"),
          words(
              "as of",
              "as from",
              "starting",
              "starting from",
              "not before",
              "no earlier than",
              "any time from"),
          either(
              words("onwards", "onward", "or later", "and later", "and after"),
              words("on").notBefore(EnglishDays.rule(false))),
          EnglishClocks.OTHER,
          either(
              EnglishWeeks.part(END),
              EnglishMonths.part(END),
              words(
                      "end of day",
                      "the end of the day",
                      "end of the day",
                      "eod",
                      "cob",
                      "close of business")
                  .given((now, _) -> Optional.of(Said.part(DayPart.LATE_AFTERNOON).meaning(now)))));

  private static final Rule<String> IN_ALL =
      words("within", "within the next", "in the next", "over the next", "in under");

  /** Within two hours, in the next three days, later today. */
  static final Rule<Meaning> RULE =
      either(
          either(
                  EnglishLengths.LIMIT.after(IN_ALL),
                  words("within the hour", "in the next hour", "within the next hour")
                      .map(_ -> HOUR))
              .given(Dates::within),
          either(
                  EnglishLengths.PERIOD.after(words("within", "within the next")),
                  words(
                          "later today",
                          "later in the day",
                          "the rest of the day",
                          "the rest of today")
                      .map(_ -> Period.ZERO))
              .given(Dates::within));

  private EnglishLimits() {}
}

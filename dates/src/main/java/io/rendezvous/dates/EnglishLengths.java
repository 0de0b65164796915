package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Moment;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How English says how long, and how far from now. */
final class EnglishLengths {
  private static final Rule<String> HYPHEN = words("-");
  private static final Rule<String> MINUTES = words("minutes", "minute", "mins", "min");
  private static final Rule<String> HOURS = words("hours", "hour", "hrs", "hr", "h");
  private static final Rule<String> LEAD = words("for", "by", "lasting", "of");

  private static final Rule<Duration> IN_MINUTES =
      Numbers.ENGLISH.before(HYPHEN.optional()).before(MINUTES).map(Duration::ofMinutes);

  private static final Rule<Duration> MORE =
      either(
          words("and a half").map(_ -> Duration.ofMinutes(30)),
          words("and a quarter").map(_ -> Duration.ofMinutes(15)),
          IN_MINUTES.after(words("and").optional()),
          NumericClocks.MINUTES.when(minutes -> minutes > 0).map(Duration::ofMinutes));

  private static final Rule<Duration> IN_HOURS =
      either(
          Numbers.ENGLISH
              .before(HYPHEN.optional())
              .before(HOURS)
              .map(Duration::ofHours)
              .then(MORE.optional(), (hours, more) -> hours.plus(more.orElse(Duration.ZERO))),
          Numbers.ENGLISH
              .before(words("and a half hours", "and a half hour", ".5 hours", ".5 hour", ".5h"))
              .map(hours -> Duration.ofMinutes(hours * 60L + 30)),
          words("half an hour", "half hour", "a half hour", "a half-hour", "half-hour")
              .map(_ -> Duration.ofMinutes(30)),
          words("a quarter of an hour", "quarter of an hour").map(_ -> Duration.ofMinutes(15)),
          words("three quarters of an hour").map(_ -> Duration.ofMinutes(45)));

  private static final Rule<Integer> IN_DAYS =
      either(
          Numbers.ENGLISH.before(words("days", "day")),
          Numbers.ENGLISH.before(words("weeks", "week")).map(weeks -> 7 * weeks),
          words("a fortnight").map(_ -> 14));

  /** "9h" alone is a time, "2h" a length. */
  private static final Rule<Duration> SHORT_OR_SPELT =
      either(
          IN_HOURS.when(length -> length.toHours() < NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE),
          Numbers.ENGLISH
              .before(HYPHEN.optional())
              .before(words("hours", "hour", "hrs", "hr"))
              .map(Duration::ofHours));

  static final Rule<Duration> RULE =
      either(
              either(IN_MINUTES, SHORT_OR_SPELT).after(LEAD.optional()),
              IN_HOURS.after(LEAD),
              IN_DAYS.after(LEAD).map(Duration::ofDays))
          .when(Duration::isPositive);

  private static final Rule<String> FROM_NOW = words("from now", "from today");

  static final Rule<Meaning> AWAY =
      either(
              either(IN_MINUTES, IN_HOURS).after(words("in")),
              either(IN_MINUTES, IN_HOURS).before(FROM_NOW))
          .given(
              (now, length) ->
                  Optional.of(new Moment(now.plus(length).truncatedTo(ChronoUnit.MINUTES), true)));

  private static final Rule<Period> DAYS_OR_MONTHS =
      either(
          IN_DAYS.map(Period::ofDays),
          Numbers.ENGLISH.before(words("months", "month")).map(Period::ofMonths));

  static final Rule<Period> DAYS_AWAY =
      either(DAYS_OR_MONTHS.after(words("in")), DAYS_OR_MONTHS.before(FROM_NOW));

  private EnglishLengths() {}
}

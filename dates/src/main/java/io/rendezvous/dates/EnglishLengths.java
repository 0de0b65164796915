package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Moment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How English says how long, and how far from now. */
final class EnglishLengths {
  private static final Rule<String> HYPHEN = words("-");
  private static final Rule<String> MINUTES = words("minutes", "minute", "mins", "min", "m");
  private static final Rule<String> HOURS = words("hours", "hour", "hrs", "hr", "h");
  private static final Rule<String> LEAD =
      words("for", "by", "lasting", "of", "about", "around", "for about", "for around", "of about");

  private static final Rule<Duration> IN_MINUTES =
      Numbers.ENGLISH_COUNT.before(HYPHEN.optional()).before(MINUTES).map(Duration::ofMinutes);

  private static final Rule<Duration> MORE =
      either(
          words("and a half").map(_ -> Duration.ofMinutes(30)),
          words("and a quarter").map(_ -> Duration.ofMinutes(15)),
          IN_MINUTES.after(words("and").optional()),
          NumericClocks.MINUTES.when(minutes -> minutes > 0).map(Duration::ofMinutes));

  private static final Rule<Duration> IN_HOURS =
      either(
          Numbers.ENGLISH_COUNT
              .before(HYPHEN.optional())
              .before(HOURS)
              .map(Duration::ofHours)
              .then(MORE.optional(), (hours, more) -> hours.plus(more.orElse(Duration.ZERO))),
          Numbers.ENGLISH_COUNT
              .before(words("and a half hours", "and a half hour", ".5 hours", ".5 hour", ".5h"))
              .map(hours -> Duration.ofMinutes(hours * 60L + 30)),
          words("half an hour", "half hour", "a half hour", "a half-hour", "half-hour")
              .map(_ -> Duration.ofMinutes(30)),
          words("a quarter of an hour", "quarter of an hour").map(_ -> Duration.ofMinutes(15)),
          words("three quarters of an hour", "three-quarters of an hour")
              .map(_ -> Duration.ofMinutes(45)),
          words("half a day", "a half day").map(_ -> Duration.ofHours(4)));

  private static final Rule<Integer> IN_DAYS =
      either(
          Numbers.ENGLISH_COUNT.before(words("days", "day")),
          Numbers.ENGLISH_COUNT.before(words("weeks", "week")).map(weeks -> 7 * weeks),
          words("a fortnight").map(_ -> 14));

  /** "9h" alone is a time, "2h" a length. */
  private static final Rule<Duration> SHORT_OR_SPELT =
      either(
          IN_HOURS.when(length -> length.toHours() < NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE),
          Numbers.ENGLISH_COUNT
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
          either(
                  either(IN_MINUTES, IN_HOURS).after(words("in")),
                  either(IN_MINUTES, IN_HOURS).before(FROM_NOW))
              .given((now, length) -> moment(now, length)),
          either(IN_MINUTES, IN_HOURS)
              .before(words("ago"))
              .given((now, length) -> moment(now, length.negated())));

  /** How long the limit of some time is. */
  static final Rule<Duration> LIMIT = either(IN_MINUTES, IN_HOURS);

  static final Rule<Period> PERIOD =
      either(
              IN_DAYS.map(Period::ofDays),
              Numbers.ENGLISH_COUNT.before(words("months", "month")).map(Period::ofMonths),
              Numbers.ENGLISH_COUNT.before(words("years", "year")).map(Period::ofYears))
          .remembered();

  static final Rule<Period> DAYS_AWAY = either(PERIOD.after(words("in")), PERIOD.before(FROM_NOW));
  static final Rule<Period> DAYS_AGO = PERIOD.before(words("ago"));

  /** Whole weeks, in days. */
  static final Rule<Integer> WEEKS = IN_DAYS.when(days -> days % 7 == 0);

  private static final Rule<String> WORKING_DAYS =
      words("business days", "business day", "working days", "working day");

  static final Rule<Integer> WORKING_DAYS_AWAY =
      either(
          Numbers.ENGLISH_COUNT.after(words("in")).before(WORKING_DAYS),
          WORKING_DAYS.after(words("the next", "next", "on the next")).map(_ -> 1));

  private EnglishLengths() {}

  private static Optional<Meaning> moment(LocalDateTime now, Duration length) {
    return Optional.of(new Moment(now.plus(length).truncatedTo(ChronoUnit.MINUTES), true));
  }
}

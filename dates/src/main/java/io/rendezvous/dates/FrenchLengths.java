package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Moment;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How French says how long, and how far from now. */
final class FrenchLengths {
  private static final Rule<String> HOURS = words("heures", "heure", "h");
  private static final Rule<String> MINUTES = words("minutes", "minute", "min", "mn");
  private static final Rule<String> OF = words("de", "d'", "pour", "sur");
  private static final Rule<String> DURING = words("pendant", "durant", "pour une duree de");

  private static final Rule<Duration> IN_MINUTES =
      Numbers.FRENCH.before(MINUTES).map(Duration::ofMinutes);

  private static final Rule<Duration> MORE =
      either(
          words("et demie", "et demi").map(_ -> Duration.ofMinutes(30)),
          words("et quart").map(_ -> Duration.ofMinutes(15)),
          Numbers.FRENCH
              .after(words("et").optional())
              .before(MINUTES.optional())
              .when(minutes -> minutes > 0 && minutes < 60)
              .map(Duration::ofMinutes));

  private static final Rule<Duration> IN_HOURS =
      either(
          Numbers.FRENCH
              .before(HOURS)
              .map(Duration::ofHours)
              .then(MORE.optional(), (hours, more) -> hours.plus(more.orElse(Duration.ZERO))),
          words("une demi-heure", "une demi heure", "demi-heure", "demi heure", "une demie heure")
              .map(_ -> Duration.ofMinutes(30)),
          words("un quart d'heure", "quart d'heure").map(_ -> Duration.ofMinutes(15)),
          words("trois quarts d'heure").map(_ -> Duration.ofMinutes(45)));

  private static final Rule<Integer> IN_DAYS =
      either(
          Numbers.FRENCH.before(words("jours", "jour")),
          Numbers.FRENCH.before(words("semaines", "semaine")).map(weeks -> 7 * weeks));

  /** "9h" alone is a time, "dans 9h" and "pendant 9h" are not. */
  private static final Rule<Duration> SHORT_HOURS =
      IN_HOURS.when(length -> length.toHours() < NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE);

  static final Rule<Duration> RULE =
      either(
              either(IN_MINUTES, SHORT_HOURS).after(OF.optional()),
              either(IN_MINUTES, IN_HOURS).after(DURING),
              IN_DAYS.after(either(OF, DURING)).map(Duration::ofDays))
          .when(Duration::isPositive);

  static final Rule<Meaning> AWAY =
      either(IN_MINUTES, IN_HOURS)
          .after(words("dans"))
          .given(
              (now, length) ->
                  Optional.of(new Moment(now.plus(length).truncatedTo(ChronoUnit.MINUTES), true)));

  /** By custom, "huit jours" is a week and "quinze jours" is two. */
  static final Rule<Period> DAYS_AWAY =
      either(
              words("huit jours", "8 jours").map(_ -> Period.ofWeeks(1)),
              words("quinze jours", "15 jours").map(_ -> Period.ofWeeks(2)),
              IN_DAYS.map(Period::ofDays),
              Numbers.FRENCH.before(words("mois")).map(Period::ofMonths))
          .after(words("dans"));

  private FrenchLengths() {}
}

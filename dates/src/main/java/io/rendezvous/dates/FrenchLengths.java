package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import io.rendezvous.dates.Meaning.Moment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How French says how long, and how far from now. */
final class FrenchLengths {
  private static final Rule<String> HOURS = words("heures", "heure", "h");
  private static final Rule<String> MINUTES = words("minutes", "minute", "min", "mn");
  private static final Rule<String> OF = words("de", "d'", "pour", "sur", "environ", "d'environ");
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
          words("trois quarts d'heure", "3/4 d'heure").map(_ -> Duration.ofMinutes(45)),
          Numbers.DIGITS
              .before(words(",5 heures", ",5 heure", ",5h", ".5 heures", ".5h"))
              .map(hours -> Duration.ofMinutes(hours * 60L + 30)),
          words("une demi-journee", "demi-journee", "une demi journee")
              .map(_ -> Duration.ofHours(4)));

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
      either(
          either(IN_MINUTES, IN_HOURS)
              .after(words("dans"))
              .given((now, length) -> moment(now, length)),
          either(IN_MINUTES, IN_HOURS)
              .after(words("il y a"))
              .given((now, length) -> moment(now, length.negated())));

  /** How long the limit of some time is: "d'ici 14h" is none. */
  static final Rule<Duration> LIMIT =
      either(
          IN_MINUTES,
          IN_HOURS.when(
              length ->
                  length.toHours() < NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE
                      || length.toHours() >= 24));

  /** By custom, "huit jours" is a week and "quinze jours" is two. */
  static final Rule<Period> PERIOD =
      either(
              words("huit jours", "8 jours").map(_ -> Period.ofWeeks(1)),
              words("quinze jours", "15 jours").map(_ -> Period.ofWeeks(2)),
              IN_DAYS.map(Period::ofDays),
              Numbers.FRENCH.before(words("mois")).map(Period::ofMonths),
              Numbers.FRENCH.before(words("ans", "an")).map(Period::ofYears))
          .remembered();

  static final Rule<Period> DAYS_AWAY = PERIOD.after(words("dans"));
  static final Rule<Period> DAYS_AGO = PERIOD.after(words("il y a"));

  static final Rule<Integer> WORKING_DAYS_AWAY =
      either(
          Numbers.FRENCH
              .after(words("dans"))
              .before(words("jours ouvres", "jour ouvre", "jours ouvrables", "jour ouvrable")),
          words("le prochain jour ouvre", "le prochain jour ouvrable", "prochain jour ouvre")
              .map(_ -> 1));

  private FrenchLengths() {}

  private static Optional<Meaning> moment(LocalDateTime now, Duration length) {
    return Optional.of(new Moment(now.plus(length).truncatedTo(ChronoUnit.MINUTES), true));
  }
}

package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

/** How French says times: 13h, dix heures et demie, midi moins le quart. */
final class FrenchClocks {
  private static final Rule<String> AT =
      words(
          "a",
          "vers",
          "vers les",
          "des",
          "autour de",
          "aux alentours de",
          "sur le coup de",
          "sur les coups de",
          "a environ",
          "d'environ");

  private static final Rule<String> SHARP =
      words("pile", "precises", "precise", "tapantes", "tapante");

  private static final Rule<Integer> MINUTES =
      either(
          Numbers.FRENCH
              .when(minutes -> minutes > 0 && minutes < 60)
              .after(words("zero").optional())
              .before(words("minutes", "minute").optional()),
          words("et demie", "et demi").map(_ -> 30),
          words("et quart").map(_ -> 15),
          words("moins le quart", "moins quart").map(_ -> -15),
          Numbers.FRENCH.after(words("moins")).when(m -> m > 0 && m < 60).map(m -> -m));

  private static final Rule<Clock> NAMED =
      either(
          words("midi").map(_ -> Clock.exact(12, 0)), words("minuit").map(_ -> Clock.exact(24, 0)));

  private static final Rule<Clock> IN_HOURS =
      NumericClocks.hour(Numbers.FRENCH)
          .before(words("heures", "heure", "h"))
          .when(Clock::isValid)
          .map(FrenchClocks::ofTwentyFour);

  private static final Rule<Clock> COLON = NumericClocks.COLON.map(FrenchClocks::ofTwentyFour);

  private static final Rule<Clock> ANY =
      either(
              NumericClocks.H_FORM.map(FrenchClocks::ofTwentyFour),
              COLON,
              NAMED,
              IN_HOURS,
              either(NAMED, IN_HOURS).then(MINUTES, Clock::plusMinutes))
          .before(SHARP.optional());

  private static final Rule<Clock> ALONE =
      ANY.when(clock -> clock.hour() >= NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE);

  static final Rule<Clock> RULE =
      either(
          ANY.after(AT),
          ALONE.after(words("pour").optional()),
          COLON,
          ANY.then(FrenchParts.OF_CLOCK, Clock::in));

  /** A time after a word that says on which side of it something is. */
  static final Rule<Clock> LIMIT = either(RULE, ANY);

  private static final Rule<Clock> BARE_HOUR =
      NumericClocks.hour(Numbers.FRENCH)
          .when(clock -> clock.hour() < 24)
          .map(FrenchClocks::ofTwentyFour);

  /** "De 14 à 16h" and "de 2h à 4h", but not "une réunion de 2 heures à 10h". */
  static final Rule<Clock> FIRST_HOUR =
      either(
          BARE_HOUR.when(clock -> clock.hour() >= NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE),
          ANY.when(Clock::loose)
              .ahead(
                  ANY.when(Clock::loose).after(words("a", "-")),
                  (start, end) -> end.hour() > start.hour()));

  static final Rule<Clock> OTHER = either(RULE, ANY, BARE_HOUR);

  private FrenchClocks() {}

  /**
   * Who says "à trois heures" or "à 3h" may mean the afternoon; "à 8h" and "à 03h" are of the
   * morning.
   */
  private static Clock ofTwentyFour(Clock clock) {
    return clock.loose() && clock.hour() <= Clock.LAST_LOOSE_AFTERNOON_HOUR
        ? clock
        : Clock.exact(clock.hour(), clock.minute());
  }
}

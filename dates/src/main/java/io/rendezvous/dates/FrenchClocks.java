package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

/** How French says times: 13h, dix heures et demie, midi moins le quart. */
final class FrenchClocks {
  private static final Rule<String> AT = words("a", "vers", "des", "pour");

  private static final Rule<Integer> HOUR_WORDS =
      Numbers.FRENCH
          .before(words("heures", "heure", "h"))
          .before(words("pile", "precises").optional());

  private static final Rule<Integer> MINUTES =
      either(
          Numbers.FRENCH.when(minutes -> minutes > 0 && minutes < 60),
          words("et demie", "et demi").map(_ -> 30),
          words("et quart").map(_ -> 15),
          words("moins le quart", "moins quart").map(_ -> -15),
          Numbers.FRENCH.after(words("moins")).when(m -> m > 0 && m < 60).map(m -> -m));

  private static final Rule<Clock> NAMED =
      either(
          words("midi").map(_ -> Clock.exact(12, 0)), words("minuit").map(_ -> Clock.exact(24, 0)));

  private static final Rule<Clock> IN_HOURS =
      HOUR_WORDS.map(hour -> Clock.exact(hour, 0)).when(Clock::isValid);

  private static final Rule<Clock> ANY =
      either(
          NumericClocks.H_FORM,
          NumericClocks.COLON.map(clock -> Clock.exact(clock.hour(), clock.minute())),
          NAMED,
          IN_HOURS,
          either(NAMED, IN_HOURS).then(MINUTES, Clock::plusMinutes));

  private static final Rule<Clock> ALONE =
      ANY.when(clock -> clock.hour() >= NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE);

  static final Rule<Clock> RULE =
      either(
          ANY.after(AT),
          ALONE,
          NumericClocks.COLON.map(clock -> Clock.exact(clock.hour(), clock.minute())),
          ANY.then(FrenchParts.OF_CLOCK, Clock::in));

  private static final Rule<Clock> BARE_HOUR =
      Numbers.FRENCH.map(hour -> Clock.exact(hour, 0)).when(clock -> clock.hour() < 24);

  /** "De 14 à 16h", but not "une réunion de 2 heures à 10h". */
  static final Rule<Clock> FIRST_HOUR =
      BARE_HOUR.when(clock -> clock.hour() >= NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE);

  static final Rule<Clock> OTHER = either(RULE, ANY, BARE_HOUR);

  private FrenchClocks() {}
}

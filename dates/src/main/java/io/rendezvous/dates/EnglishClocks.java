package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

/** How English says times: 3pm, half past ten, quarter to five, noon. */
final class EnglishClocks {
  private static final Rule<String> AT = words("at", "around", "about", "@");

  private static final Rule<Integer> HOUR = Numbers.ENGLISH.when(hour -> hour <= 24);

  /** Twelve hours are said more often than 24: which half of the day stays open. */
  private static final Rule<Clock> WHOLE_HOUR =
      HOUR.map(hour -> new Clock(hour, 0, hour > 0 && hour <= 12)).when(Clock::isValid);

  private static final Rule<Clock> NAMED =
      either(
          words("noon", "midday", "12 noon").map(_ -> Clock.exact(12, 0)),
          words("midnight").map(_ -> Clock.exact(24, 0)));

  private static final Rule<Integer> MINUTES =
      either(
          Numbers.ENGLISH
              .when(minutes -> minutes > 0 && minutes < 60)
              .before(words("minutes", "minute").optional()),
          words("half").map(_ -> 30),
          words("quarter", "a quarter").map(_ -> 15));

  private static final Rule<Clock> PAST =
      either(
          MINUTES.before(words("past", "after")).then(WHOLE_HOUR, (m, hour) -> hour.plusMinutes(m)),
          MINUTES.before(words("to")).then(WHOLE_HOUR, (m, hour) -> hour.plusMinutes(-m)));

  /** 3:30, 3.30, 3, three. */
  private static final Rule<Clock> TWELVE =
      either(
          NumericClocks.COLON,
          WHOLE_HOUR
              .before(words("."))
              .then(Numbers.TWO_DIGITS, Clock::plusMinutes)
              .when(Clock::isValid),
          WHOLE_HOUR);

  private static final Rule<Clock> HALF_SAID =
      TWELVE
          .when(clock -> clock.hour() >= 1 && clock.hour() <= 12)
          .then(EnglishParts.HALF_OF_DAY, Clock::half);

  private static final Rule<Clock> O_CLOCK =
      WHOLE_HOUR.before(words("o'clock", "o clock", "oclock", "sharp"));

  /** Ten thirty. */
  private static final Rule<Clock> HOUR_AND_MINUTES =
      HOUR.map(hour -> new Clock(hour, 0, hour > 0 && hour <= 12))
          .then(Numbers.ENGLISH.when(m -> m >= 10 && m < 60), Clock::plusMinutes);

  private static final Rule<Clock> ALONE =
      either(
          NAMED,
          PAST,
          HALF_SAID,
          O_CLOCK,
          NumericClocks.COLON,
          NumericClocks.H_FORM.when(
              clock -> clock.hour() >= NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE));

  static final Rule<Clock> RULE =
      either(
          ALONE.after(AT.optional()),
          either(TWELVE, NumericClocks.H_FORM, HOUR_AND_MINUTES).after(AT));

  static final Rule<Clock> FIRST_HOUR =
      either(NumericClocks.H_FORM, WHOLE_HOUR).when(clock -> clock.hour() < 24);

  static final Rule<Clock> OTHER = either(RULE, FIRST_HOUR);

  private EnglishClocks() {}
}

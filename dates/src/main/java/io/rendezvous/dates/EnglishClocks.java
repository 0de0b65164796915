package io.rendezvous.dates;

import static io.rendezvous.dates.Rule.either;
import static io.rendezvous.dates.Rule.words;

import java.util.Set;

/** How English says times: 3pm, half past ten, quarter to five, noon. */
final class EnglishClocks {
  private static final Rule<String> AT =
      words("at", "around", "about", "@", "at about", "at around", "at exactly");

  /** What is counted by the number before it, which is no hour then. */
  private static final Rule<String> COUNTED =
      words(
          "people",
          "persons",
          "guests",
          "attendees",
          "participants",
          "of",
          "times",
          "minutes",
          "minute",
          "mins",
          "min",
          "hours",
          "hour",
          "hrs",
          "days",
          "day",
          "weeks",
          "months",
          "years",
          "places",
          "locations",
          "rooms",
          "%",
          "percent",
          "euros",
          "dollars",
          "km",
          "miles");

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

  /** "Thirty to eleven" is the end of "nine thirty to eleven". */
  private static final Set<Integer> MINUTES_SAID_ALONE = Set.of(5, 10, 20, 25);

  /** In digits alone, "10 to 11" is rather a range than ten minutes before eleven. */
  private static final Rule<Integer> MINUTES_TO =
      either(
          Numbers.ENGLISH_WORDS.when(MINUTES_SAID_ALONE::contains),
          Numbers.ENGLISH.before(words("minutes", "minute", "mins")),
          words("quarter", "a quarter").map(_ -> 15));

  private static final Rule<Clock> ANY_HOUR = either(WHOLE_HOUR, NAMED);

  private static final Rule<Clock> PAST =
      either(
          MINUTES.before(words("past", "after")).then(ANY_HOUR, (m, hour) -> hour.plusMinutes(m)),
          MINUTES_TO.before(words("to")).then(ANY_HOUR, (m, hour) -> hour.plusMinutes(-m)),
          WHOLE_HOUR.after(words("half")).map(hour -> hour.plusMinutes(30)));

  /** 3:30, 3.30, 3, three. */
  private static final Rule<Clock> TWELVE =
      either(
          NumericClocks.COLON,
          WHOLE_HOUR
              .before(words("."))
              .then(Numbers.TWO_DIGITS, Clock::plusMinutes)
              .when(Clock::isValid),
          WHOLE_HOUR);

  /** Ten thirty, three oh five. */
  private static final Rule<Clock> HOUR_AND_MINUTES =
      WHOLE_HOUR.then(
          either(
              Numbers.ENGLISH.when(minutes -> minutes >= 10 && minutes < 60),
              Numbers.ENGLISH
                  .when(minutes -> minutes > 0 && minutes < 10)
                  .after(words("oh", "o", "zero"))),
          Clock::plusMinutes);

  private static final Rule<Clock> HALF_SAID =
      either(TWELVE, HOUR_AND_MINUTES, PAST)
          .when(clock -> clock.hour() >= 1 && clock.hour() <= 12)
          .then(EnglishParts.HALF_OF_DAY, Clock::half);

  private static final Rule<String> SHARP = words("sharp", "on the dot", "exactly", "ish", "-ish");

  private static final Rule<Clock> O_CLOCK =
      WHOLE_HOUR.before(
          words("o'clock", "o clock", "oclock", "sharp", "on the dot", "ish", "-ish"));

  /** At 10 to 11. */
  private static final Rule<Clock> DIGITS_TO =
      MINUTES.before(words("to")).then(ANY_HOUR, (m, hour) -> hour.plusMinutes(-m));

  /** 0930, 1500 hours. */
  private static final Rule<Clock> MILITARY =
      NumericClocks.FOUR_DIGITS.before(words("hours", "hrs", "h").optional());

  private static final Rule<Clock> ALONE =
      either(
          NAMED,
          PAST,
          HALF_SAID,
          O_CLOCK,
          NumericClocks.FOUR_DIGITS.before(words("hours", "hrs")),
          NumericClocks.COLON,
          NumericClocks.H_FORM.when(
              clock -> clock.hour() >= NumericClocks.FIRST_HOUR_THAT_STANDS_ALONE));

  static final Rule<Clock> RULE =
      either(
          ALONE.after(AT.optional()).before(SHARP.optional()),
          either(TWELVE, NumericClocks.H_FORM, HOUR_AND_MINUTES, MILITARY, DIGITS_TO)
              .after(AT)
              .notBefore(COUNTED)
              .before(SHARP.optional()));

  static final Rule<Clock> FIRST_HOUR =
      either(NumericClocks.H_FORM, WHOLE_HOUR, HOUR_AND_MINUTES)
          .when(clock -> clock.hour() < 24)
          .notBefore(COUNTED);

  static final Rule<Clock> OTHER = either(RULE, FIRST_HOUR);

  private EnglishClocks() {}
}

package io.rendezvous.dates;

import java.util.List;

/** Times in digits that both languages write: 13:30, 13h, 13 h 30. */
final class NumericClocks {
  /** "2h" alone is a length, "9h" a time. */
  static final int FIRST_HOUR_THAT_STANDS_ALONE = 7;

  private static final Rule<String> H = Rule.words("h");

  static final Rule<Integer> MINUTES = Numbers.DIGITS.when(minutes -> minutes < 60);

  /** With a colon; an hour of one digit may be twelve hours later. */
  static final Rule<Clock> COLON =
      hour(Numbers.DIGITS)
          .before(Rule.words(":"))
          .then(Numbers.TWO_DIGITS, NumericClocks::at)
          .before(Rule.words(":").then(Numbers.TWO_DIGITS, (_, seconds) -> seconds).optional())
          .when(Clock::isValid);

  /** With an h, as the French write. */
  static final Rule<Clock> H_FORM =
      hour(Numbers.DIGITS)
          .before(H)
          .then(MINUTES.optional(), (hour, minutes) -> at(hour, minutes.orElse(0)))
          .when(Clock::isValid);

  /** Without a sign between hour and minutes. */
  static final Rule<Clock> FOUR_DIGITS =
      ((Rule<Integer>)
              (sentence, from) ->
                  sentence.token(from).filter(token -> token.text().length() == 4).isPresent()
                      ? Numbers.DIGITS.at(sentence, from)
                      : List.of())
          .map(time -> Clock.exact(time / 100, time % 100))
          .when(Clock::isValid);

  private NumericClocks() {}

  /** In words, or in digits: two of them, as in 03, leave nothing open. */
  static Rule<Clock> hour(Rule<Integer> number) {
    return (sentence, from) -> {
      boolean twoDigits =
          sentence
              .token(from)
              .filter(token -> token.isNumber() && token.text().length() > 1)
              .isPresent();
      return number
          .map(hour -> new Clock(hour, 0, !twoDigits && hour > 0 && hour < 12))
          .at(sentence, from);
    };
  }

  private static Clock at(Clock hour, int minute) {
    return new Clock(hour.hour(), minute, hour.loose());
  }
}

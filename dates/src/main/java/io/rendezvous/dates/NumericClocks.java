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
      ((Rule<Clock>) NumericClocks::hour)
          .before(Rule.words(":"))
          .then(Numbers.TWO_DIGITS, NumericClocks::at)
          .before(Rule.words(":").then(Numbers.TWO_DIGITS, (_, seconds) -> seconds).optional())
          .when(Clock::isValid);

  /** With an h, as the French write. */
  static final Rule<Clock> H_FORM =
      Numbers.DIGITS
          .before(H)
          .then(MINUTES.optional(), (hour, minutes) -> Clock.exact(hour, minutes.orElse(0)))
          .when(Clock::isValid);

  private NumericClocks() {}

  private static List<Match<Clock>> hour(Sentence sentence, int from) {
    boolean oneDigit = sentence.token(from).filter(token -> token.text().length() == 1).isPresent();
    return Numbers.DIGITS.map(hour -> new Clock(hour, 0, oneDigit && hour > 0)).at(sentence, from);
  }

  private static Clock at(Clock hour, int minute) {
    return new Clock(hour.hour(), minute, hour.loose());
  }
}

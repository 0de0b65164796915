package io.rendezvous.dates;

import java.time.Month;

/** Dates in digits: 2026-11-27 and, by language, 27/11, 27/11/2026 or 27/11/26. */
final class NumericDates {
  private static final Rule<String> DASH = Rule.words("-");
  private static final Rule<String> DOT = Rule.words(".");
  private static final Rule<String> SLASH = Rule.words("/");
  private static final Rule<Month> MONTH =
      Numbers.DIGITS.when(number -> number >= 1 && number <= 12).map(Month::of);
  private static final Rule<Month> TWO_DIGIT_MONTH =
      Numbers.TWO_DIGITS.when(number -> number >= 1 && number <= 12).map(Month::of);

  /** A "T" may follow, before the time. */
  static final Rule<Written> ISO =
      Numbers.YEAR
          .before(DASH)
          .then(TWO_DIGIT_MONTH.before(DASH), (year, month) -> new Written(1, month, year))
          .then(Numbers.TWO_DIGITS, (first, day) -> new Written(day, first.month(), first.year()))
          .before(Rule.words("t").optional());

  /** 24.12., 24.12.2026: only after a word that tells that a day is meant. */
  static final Rule<Written> DOTTED =
      Numbers.DIGITS
          .before(DOT)
          .then(TWO_DIGIT_MONTH, Written::of)
          .then(Numbers.YEAR.after(DOT).optional(), Written::in);

  private NumericDates() {}

  /** Slashes between day and month, in the order of the language. */
  static Rule<Written> slashed(boolean monthFirst) {
    Rule<Written> dayMonth =
        monthFirst
            ? MONTH.before(SLASH).then(Numbers.DIGITS, (month, day) -> Written.of(day, month))
            : Numbers.DIGITS.before(SLASH).then(MONTH, Written::of);
    Rule<Integer> year =
        Rule.either(Numbers.YEAR, Numbers.TWO_DIGITS.map(digits -> 2000 + digits)).after(SLASH);
    return dayMonth.then(year.optional(), Written::in);
  }
}

package io.rendezvous.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers in digits, and in words from 0 to 99. */
final class Numbers {
  private static final List<String> FRENCH_UNITS =
      List.of(
          "zero",
          "un",
          "deux",
          "trois",
          "quatre",
          "cinq",
          "six",
          "sept",
          "huit",
          "neuf",
          "dix",
          "onze",
          "douze",
          "treize",
          "quatorze",
          "quinze",
          "seize",
          "dix-sept",
          "dix-huit",
          "dix-neuf");
  private static final List<String> FRENCH_TENS =
      List.of("vingt", "trente", "quarante", "cinquante");
  private static final List<String> ENGLISH_UNITS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> ENGLISH_TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  static final Rule<Integer> DIGITS =
      (sentence, from) ->
          sentence
              .token(from)
              .filter(Token::isNumber)
              .map(token -> List.of(new Match<>(Integer.parseInt(token.text()), from + 1)))
              .orElse(List.of());

  /** Two digits, as minutes and months are written. */
  static final Rule<Integer> TWO_DIGITS =
      (sentence, from) ->
          sentence.token(from).filter(token -> token.text().length() == 2).isPresent()
              ? DIGITS.at(sentence, from)
              : List.of();

  static final Rule<Integer> YEAR = DIGITS.when(year -> year >= 1900 && year < 3000);

  static final Rule<Integer> FRENCH_WORDS = Rule.named(french()).remembered();
  static final Rule<Integer> ENGLISH_WORDS =
      Rule.named(words(ENGLISH_UNITS, ENGLISH_TENS)).remembered();

  static final Rule<Integer> FRENCH = Rule.either(DIGITS, FRENCH_WORDS).remembered();
  static final Rule<Integer> ENGLISH = Rule.either(DIGITS, ENGLISH_WORDS).remembered();

  /** How many of something; "a" is no hour and no date. */
  static final Rule<Integer> ENGLISH_COUNT =
      Rule.either(
              ENGLISH,
              Rule.named(Map.of("a", 1, "an", 1, "a couple of", 2, "a couple", 2, "couple of", 2)))
          .remembered();

  private Numbers() {}

  private static Map<String, Integer> french() {
    Map<String, Integer> words = words(FRENCH_UNITS, FRENCH_TENS);
    words.put("une", 1);
    for (int tens = 0; tens < FRENCH_TENS.size(); tens++) {
      for (String one : List.of(" et un", " et une", "-et-un", "-et-une")) {
        words.put(FRENCH_TENS.get(tens) + one, 10 * (tens + 2) + 1);
      }
    }
    scores(words, "soixante", 60);
    scores(words, "quatre-vingt", 80);
    words.put("quatre-vingts", 80);
    words.put("soixante et un", 61);
    words.put("soixante et onze", 71);
    return words;
  }

  /** The French count by twenties from sixty on. */
  private static void scores(Map<String, Integer> words, String name, int value) {
    for (String lead : List.of(name, name.replace('-', ' '))) {
      words.put(lead, value);
      for (int unit = 1; unit < FRENCH_UNITS.size(); unit++) {
        words.put(lead + "-" + FRENCH_UNITS.get(unit), value + unit);
        words.put(lead + " " + FRENCH_UNITS.get(unit).replace('-', ' '), value + unit);
      }
    }
  }

  private static Map<String, Integer> words(List<String> units, List<String> tens) {
    var words = new HashMap<String, Integer>();
    for (int unit = 0; unit < units.size(); unit++) {
      words.put(units.get(unit), unit);
      words.put(units.get(unit).replace('-', ' '), unit);
    }
    for (int ten = 0; ten < tens.size(); ten++) {
      int value = 10 * (ten + 2);
      words.put(tens.get(ten), value);
      for (int unit = 1; unit < 10; unit++) {
        words.put(tens.get(ten) + "-" + units.get(unit), value + unit);
        words.put(tens.get(ten) + " " + units.get(unit), value + unit);
      }
    }
    return words;
  }
}

package io.rendezvous.dates;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of English days and months, whole or with three letters. */
final class EnglishWords {
  static final Rule<DayOfWeek> WEEKDAY = Rule.named(weekdays()).remembered();
  static final Rule<Month> MONTH =
      Rule.named(months()).before(Rule.words(".").optional()).remembered();

  private static final List<String> UNITS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth");

  private static final Rule<Integer> ORDINAL_WORD = Rule.named(ordinals());

  /** 27th, 3rd, third. */
  static final Rule<Integer> ORDINAL =
      Rule.either(Numbers.DIGITS.before(Rule.words("st", "nd", "rd", "th")), ORDINAL_WORD);

  static final Rule<Integer> DAY_NUMBER = Rule.either(ORDINAL, Numbers.DIGITS);

  /** After a comma or not: 2027, twenty twenty-seven, two thousand and twenty-seven. */
  static final Rule<Integer> YEAR =
      Rule.either(
              Numbers.YEAR,
              Numbers.ENGLISH_WORDS
                  .when(years -> years >= 20)
                  .after(Rule.words("twenty"))
                  .map(years -> 2000 + years),
              Numbers.ENGLISH_WORDS
                  .after(Rule.words("two thousand", "two thousand and"))
                  .map(years -> 2000 + years))
          .after(Rule.words(",").optional());

  /** Which one of several; the last is -1. */
  static final Rule<Integer> NTH =
      Rule.either(
          ORDINAL.when(number -> number >= 1 && number <= 5), Rule.words("last").map(_ -> -1));

  /** In the plural: what is on them comes back. */
  static final Rule<DayOfWeek> WEEKDAYS = Rule.named(plurals());

  private EnglishWords() {}

  private static Map<String, Integer> ordinals() {
    var names = new HashMap<String, Integer>();
    for (int unit = 1; unit <= UNITS.size(); unit++) {
      names.put(UNITS.get(unit - 1), unit);
    }
    for (int unit = 1; unit < 10; unit++) {
      names.put("twenty-" + UNITS.get(unit - 1), 20 + unit);
      names.put("twenty " + UNITS.get(unit - 1), 20 + unit);
    }
    names.putAll(Map.of("twentieth", 20, "thirtieth", 30, "thirty-first", 31, "thirty first", 31));
    return names;
  }

  private static Map<String, DayOfWeek> plurals() {
    var names = new HashMap<String, DayOfWeek>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      names.put(weekday.name().toLowerCase(Locale.ROOT) + "s", weekday);
    }
    return names;
  }

  private static Map<String, DayOfWeek> weekdays() {
    var names = new HashMap<String, DayOfWeek>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      String name = weekday.name().toLowerCase(Locale.ROOT);
      names.put(name, weekday);
      names.put(name.substring(0, 3), weekday);
    }
    names.putAll(
        Map.of(
            "tues", DayOfWeek.TUESDAY,
            "weds", DayOfWeek.WEDNESDAY,
            "thur", DayOfWeek.THURSDAY,
            "thurs", DayOfWeek.THURSDAY));
    return names;
  }

  private static Map<String, Month> months() {
    var names = new HashMap<String, Month>();
    for (Month month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      names.put(name, month);
      names.put(name.substring(0, 3), month);
    }
    names.put("sept", Month.SEPTEMBER);
    return names;
  }
}

package io.rendezvous.dates;

import static java.util.Map.entry;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of English days and months, whole or with three letters. */
final class EnglishWords {
  static final Rule<DayOfWeek> WEEKDAY = Rule.named(weekdays());
  static final Rule<Month> MONTH =
      Rule.named(months()).before(Rule.words(".").optional()).remembered();

  private static final Rule<Integer> ORDINAL_WORD =
      Rule.named(
          Map.ofEntries(
              entry("first", 1),
              entry("second", 2),
              entry("third", 3),
              entry("fourth", 4),
              entry("fifth", 5),
              entry("sixth", 6),
              entry("seventh", 7),
              entry("eighth", 8),
              entry("ninth", 9),
              entry("tenth", 10),
              entry("twenty-first", 21),
              entry("thirty-first", 31)));

  /** 27th, 3rd, third. */
  static final Rule<Integer> ORDINAL =
      Rule.either(Numbers.DIGITS.before(Rule.words("st", "nd", "rd", "th")), ORDINAL_WORD);

  static final Rule<Integer> DAY_NUMBER = Rule.either(ORDINAL, Numbers.DIGITS);

  private EnglishWords() {}

  private static Map<String, DayOfWeek> weekdays() {
    var names = new HashMap<String, DayOfWeek>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      String name = weekday.name().toLowerCase(Locale.ROOT);
      names.put(name, weekday);
      names.put(name.substring(0, 3), weekday);
    }
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

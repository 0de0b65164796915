package io.rendezvous.dates;

import static java.util.Map.entry;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Map;

/** The names of French days and months. */
final class FrenchWords {
  static final Rule<DayOfWeek> WEEKDAY =
      Rule.named(
          Map.of(
              "lundi", DayOfWeek.MONDAY,
              "mardi", DayOfWeek.TUESDAY,
              "mercredi", DayOfWeek.WEDNESDAY,
              "jeudi", DayOfWeek.THURSDAY,
              "vendredi", DayOfWeek.FRIDAY,
              "samedi", DayOfWeek.SATURDAY,
              "dimanche", DayOfWeek.SUNDAY));

  static final Rule<Month> MONTH =
      Rule.named(
              Map.ofEntries(
                  entry("janvier", Month.JANUARY),
                  entry("janv", Month.JANUARY),
                  entry("fevrier", Month.FEBRUARY),
                  entry("fevr", Month.FEBRUARY),
                  entry("mars", Month.MARCH),
                  entry("avril", Month.APRIL),
                  entry("avr", Month.APRIL),
                  entry("mai", Month.MAY),
                  entry("juin", Month.JUNE),
                  entry("juillet", Month.JULY),
                  entry("juil", Month.JULY),
                  entry("aout", Month.AUGUST),
                  entry("septembre", Month.SEPTEMBER),
                  entry("sept", Month.SEPTEMBER),
                  entry("octobre", Month.OCTOBER),
                  entry("oct", Month.OCTOBER),
                  entry("novembre", Month.NOVEMBER),
                  entry("nov", Month.NOVEMBER),
                  entry("decembre", Month.DECEMBER),
                  entry("dec", Month.DECEMBER)))
          .before(Rule.words(".").optional())
          .remembered();

  /** 27, vingt-sept, 1er, premier. */
  static final Rule<Integer> DAY_NUMBER =
      Rule.either(
          Numbers.FRENCH.before(Rule.words("er", "e", "eme").optional()),
          Rule.named(Map.of("premier", 1)));

  private FrenchWords() {}
}

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

  /** In the plural. */
  static final Rule<DayOfWeek> WEEKDAYS =
      Rule.named(
          Map.of(
              "lundis", DayOfWeek.MONDAY,
              "mardis", DayOfWeek.TUESDAY,
              "mercredis", DayOfWeek.WEDNESDAY,
              "jeudis", DayOfWeek.THURSDAY,
              "vendredis", DayOfWeek.FRIDAY,
              "samedis", DayOfWeek.SATURDAY,
              "dimanches", DayOfWeek.SUNDAY));

  /** As they are written before a number. */
  static final Rule<DayOfWeek> SHORT_WEEKDAY =
      Rule.named(
          Map.of(
              "lun.", DayOfWeek.MONDAY,
              "mar.", DayOfWeek.TUESDAY,
              "mer.", DayOfWeek.WEDNESDAY,
              "jeu.", DayOfWeek.THURSDAY,
              "ven.", DayOfWeek.FRIDAY,
              "sam.", DayOfWeek.SATURDAY,
              "dim.", DayOfWeek.SUNDAY));

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

  /** 2027, deux mille vingt-sept. */
  static final Rule<Integer> YEAR =
      Rule.either(
          Numbers.YEAR,
          Rule.words("deux mille")
              .then(Numbers.FRENCH_WORDS.optional(), (_, years) -> 2000 + years.orElse(0)));

  /** Which one of several; the last is -1. */
  static final Rule<Integer> NTH =
      Rule.either(
          Rule.named(
              Map.ofEntries(
                  entry("premier", 1),
                  entry("premiers", 1),
                  entry("deuxieme", 2),
                  entry("deuxiemes", 2),
                  entry("second", 2),
                  entry("troisieme", 3),
                  entry("troisiemes", 3),
                  entry("quatrieme", 4),
                  entry("cinquieme", 5),
                  entry("dernier", -1),
                  entry("derniers", -1))),
          Numbers.DIGITS
              .when(number -> number >= 1 && number <= 5)
              .before(Rule.words("er", "e", "eme")));

  private FrenchWords() {}
}

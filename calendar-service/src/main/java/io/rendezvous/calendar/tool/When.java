package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.EventTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says a time with weekday, local time and zone: in French for the French, else in English. */
final class When {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH = day("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter FRENCH = day("EEEE d MMMM uuuu", Locale.FRENCH);

  /** In French, the first of a month alone is an ordinal. */
  private static final DateTimeFormatter FRENCH_FIRST = day("EEEE d'er' MMMM uuuu", Locale.FRENCH);

  private When() {}

  static String of(EventTime time, Locale language) {
    if (time.allDay()) {
      return days(time, language);
    }
    ZonedDateTime start = time.localStart();
    ZonedDateTime end = time.localEnd();
    String zone = " (" + time.zone().getId() + ")";
    if (start.equals(end)) {
      return moment(start, language) + zone;
    }
    return start.toLocalDate().equals(end.toLocalDate())
        ? day(start, language) + ", " + clock(start) + "–" + clock(end) + zone
        : moment(start, language) + " – " + moment(end, language) + zone;
  }

  private static String days(EventTime time, Locale language) {
    ZonedDateTime last = time.endDay().minusDays(1).atStartOfDay(time.zone());
    String zone = " (" + time.zone().getId() + ")";
    return time.firstDay().equals(last.toLocalDate())
        ? day(time.localStart(), language) + ", " + allDay(language) + zone
        : day(time.localStart(), language) + " – " + day(last, language) + zone;
  }

  private static String allDay(Locale language) {
    return isFrench(language) ? "toute la journée" : "all day";
  }

  private static boolean isFrench(Locale language) {
    return language.getLanguage().equals("fr");
  }

  private static String moment(ZonedDateTime time, Locale language) {
    return day(time, language) + ", " + clock(time);
  }

  /** With its offset where the clocks show the same time twice. */
  private static String clock(ZonedDateTime time) {
    boolean twice = time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    return CLOCK.format(time) + (twice ? time.getOffset().getId() : "");
  }

  private static String day(ZonedDateTime time, Locale language) {
    if (!isFrench(language)) {
      return ENGLISH.format(time);
    }
    return (time.getDayOfMonth() == 1 ? FRENCH_FIRST : FRENCH).format(time);
  }

  private static DateTimeFormatter day(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}

package io.rendezvous.dates;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says a time in one language.
 *
 * @param first the first of a month, which is an ordinal in French
 * @param skipped with the time that is not there
 * @param twice with the offset of the earlier one
 */
record TimeText(DateTimeFormatter day, DateTimeFormatter first, String skipped, String twice) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final TimeText FRENCH =
      new TimeText(
          DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH),
          DateTimeFormatter.ofPattern("EEEE d'er' MMMM uuuu", Locale.FRENCH),
          " : %s n'existe pas ce jour-là",
          " : l'heure existe deux fois, voici la première, %s");

  private static final TimeText ENGLISH =
      new TimeText(
          DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH),
          ": there is no %s on that day",
          ": that time is there twice, this is the first, %s");

  static TimeText in(Locale language) {
    return language.getLanguage().equals(Locale.FRENCH.getLanguage()) ? FRENCH : ENGLISH;
  }

  String of(TimeInZone time) {
    ZonedDateTime at = time.earliest();
    DateTimeFormatter date = at.getDayOfMonth() == 1 ? first : day;
    return date.format(at)
        + ", "
        + CLOCK.format(at)
        + " ("
        + time.zone().getId()
        + ")"
        + note(time, at);
  }

  private String note(TimeInZone time, ZonedDateTime at) {
    LocalDateTime said = time.local();
    return switch (time.note()) {
      case NONE -> "";
      case SKIPPED -> skipped.formatted(CLOCK.format(said));
      case TWICE -> twice.formatted("UTC" + at.getOffset());
    };
  }
}

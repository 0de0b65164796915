package io.rendezvous.calendar.icalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A time as a property says it.
 *
 * @param day whether it is a day, and {@code local} its beginning
 */
record Moment(LocalDateTime local, ZoneId zone, boolean day) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final int TIME_LENGTH = 15;
  private static final int DAY_LENGTH = 8;

  static Moment of(Instant instant, ZoneId zone) {
    return new Moment(LocalDateTime.ofInstant(instant, zone), zone, false);
  }

  /** Throws where the value is no date and no time. */
  static Moment parse(String value, ZoneId zone) {
    String text = value.trim();
    if (text.length() == DAY_LENGTH) {
      return new Moment(LocalDate.parse(text, DAY).atStartOfDay(), zone, true);
    }
    boolean utc = text.endsWith("Z");
    if (text.length() != TIME_LENGTH + (utc ? 1 : 0)) {
      throw new IllegalArgumentException("Expected a date or a time");
    }
    // No clock of Java's has a leap second.
    boolean leap = text.startsWith("60", TIME_LENGTH - 2);
    String plain =
        leap ? text.substring(0, TIME_LENGTH - 2) + "59" : text.substring(0, TIME_LENGTH);
    return new Moment(LocalDateTime.parse(plain, TIME), utc ? ZoneOffset.UTC : zone, false);
  }

  /** A time that the clocks skip is as much later; of one that comes twice, the first is meant. */
  Instant instant() {
    return local.atZone(zone).toInstant();
  }

  Moment at(LocalDateTime other) {
    return new Moment(other, zone, day);
  }

  /** Names the occurrence that begins then. */
  String key() {
    return day
        ? DAY.format(local)
        : TIME.format(instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS)) + "Z";
  }

  /** A local time without its zone. */
  static String floating(LocalDateTime local) {
    return TIME.format(local);
  }

  /** As a property's value, beside whatever parameter names the zone. */
  String value() {
    if (day) {
      return DAY.format(local);
    }
    return TIME.format(local) + (zone.equals(ZoneOffset.UTC) ? "Z" : "");
  }
}

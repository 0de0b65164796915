package io.rendezvous.calendar.google;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The dates in a series' recurrence: its end, what is left out or added, and the weekdays of a
 * weekly rule. They are times of occurrences, so they move along with the series, by the clock on
 * the wall.
 */
final class SeriesDates {
  private static final Pattern HOLDS_DATES = Pattern.compile("(?i)(EXDATE|RDATE)[;:].*");
  private static final Pattern LIST = Pattern.compile("(?<=[:,])(\\d{8})(T\\d{6})?(Z)?");
  private static final Pattern UNTIL = Pattern.compile("(?<=UNTIL=)(\\d{8})(T\\d{6})?(Z)?");
  private static final Pattern WEEKDAYS = Pattern.compile("(?<=BYDAY=)[A-Z]{2}(,[A-Z]{2})*");
  private static final Pattern ZONE = Pattern.compile(";TZID=\"?([^;:\"]+)");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final EventTime before;
  private final EventTime after;

  private SeriesDates(EventTime before, EventTime after) {
    this.before = before;
    this.after = after;
  }

  /** The recurrence once the first occurrence has moved; periods, which are rare, stay. */
  static Recurrence moved(Recurrence recurrence, EventTime before, EventTime after) {
    boolean same =
        before.allDay() != after.allDay()
            || (before.start().equals(after.start()) && before.zone().equals(after.zone()));
    var dates = new SeriesDates(before, after);
    return same
        ? recurrence
        : new Recurrence(recurrence.lines().stream().map(dates::moved).toList());
  }

  private String moved(String line) {
    Pattern dates = HOLDS_DATES.matcher(line).matches() ? LIST : UNTIL;
    Matcher named = ZONE.matcher(line);
    ZoneId zone = named.find() ? Times.zone(named.group(1)) : null;
    return dates
        .matcher(weekdays(line))
        .replaceAll(date -> moved(date, zone == null ? before.zone() : zone));
  }

  private String weekdays(String line) {
    return line.contains("FREQ=WEEKLY")
        ? WEEKDAYS.matcher(line).replaceAll(list -> weekdays(list.group().split(",", -1)))
        : line;
  }

  private String weekdays(String[] names) {
    return Arrays.stream(names).map(this::weekday).collect(Collectors.joining(","));
  }

  private String weekday(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name))
        .findFirst()
        .map(day -> day.plus(days()).name().substring(0, 2))
        .orElse(name);
  }

  private long days() {
    return after.firstDay().toEpochDay() - before.firstDay().toEpochDay();
  }

  private String moved(MatchResult date, ZoneId named) {
    if (date.group(2) == null) {
      return DAY.format(LocalDate.parse(date.group(1), DAY).plusDays(days()));
    }
    ZoneId zone = date.group(3) == null ? named : ZoneOffset.UTC;
    LocalDateTime written = LocalDateTime.parse(date.group(1) + date.group(2), TIME);
    LocalDateTime wall = written.atZone(zone).withZoneSameInstant(before.zone()).toLocalDateTime();
    Duration by =
        Duration.between(
            before.localStart().toLocalDateTime(), after.localStart().toLocalDateTime());
    LocalDateTime moved =
        wall.plus(by).atZone(after.zone()).withZoneSameInstant(zone).toLocalDateTime();
    return TIME.format(moved) + (date.group(3) == null ? "" : "Z");
  }
}

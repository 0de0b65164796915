package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.icalendar.RuleStarts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a series is parted at one of its occurrences.
 *
 * @param before what recurs until then, without it
 * @param after what recurs from then on, with it
 */
record SeriesSplit(Recurrence before, Recurrence after) {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  /**
   * Parts a series.
   *
   * @param first the time of its first occurrence
   * @param at the occurrence's own start
   */
  static SeriesSplit of(Recurrence recurrence, EventTime first, Instant at) {
    return new Cut(first, at).of(recurrence);
  }

  private record Cut(EventTime first, Instant at) {
    SeriesSplit of(Recurrence recurrence) {
      var before = new ArrayList<String>();
      var after = new ArrayList<String>();
      for (String line : recurrence.lines()) {
        if (line.startsWith("RRULE:")) {
          before.add(ending(line));
          after.add(remaining(line));
        } else {
          dates(line, false).ifPresent(before::add);
          dates(line, true).ifPresent(after::add);
        }
      }
      return new SeriesSplit(new Recurrence(before), new Recurrence(after));
    }

    /** RFC 5545, 3.3.10: UNTIL is a date for whole days, else a time of UTC; it is inclusive. */
    private String ending(String rule) {
      String until =
          first.allDay()
              ? day(at).minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE)
              : DATE_TIME.format(at.minusSeconds(1).atOffset(ZoneOffset.UTC)) + "Z";
      return "RRULE:" + without(rule, "COUNT", "UNTIL") + ";UNTIL=" + until;
    }

    /** A number of times loses those that were before. */
    private String remaining(String rule) {
      String count = part(rule, "COUNT");
      if (count == null) {
        return rule;
      }
      long left = Long.parseLong(count) - occurrencesBefore(rule);
      return "RRULE:" + without(rule, "COUNT") + ";COUNT=" + Math.max(1, left);
    }

    private long occurrencesBefore(String rule) {
      return RuleStarts.countBefore(
          rule.substring("RRULE:".length()),
          first.localStart().toLocalDateTime(),
          first.zone(),
          at.atZone(first.zone()).toLocalDateTime());
    }

    private Optional<String> dates(String line, boolean wanted) {
      int colon = line.indexOf(':');
      String kept =
          Stream.of(line.substring(colon + 1).split(",", -1))
              .filter(value -> isAfter(line.substring(0, colon), value) == wanted)
              .collect(Collectors.joining(","));
      return kept.isEmpty() ? Optional.empty() : Optional.of(line.substring(0, colon + 1) + kept);
    }

    private boolean isAfter(String name, String value) {
      try {
        if (value.length() == "20261127".length()) {
          return !LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).isBefore(day(at));
        }
        boolean utc = value.endsWith("Z");
        var local =
            LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, DATE_TIME);
        return !local.atZone(utc ? ZoneOffset.UTC : zone(name)).toInstant().isBefore(at);
      } catch (DateTimeParseException periodOrOther) {
        return true;
      }
    }

    private ZoneId zone(String name) {
      int zone = name.indexOf("TZID=");
      String id = zone < 0 ? "" : name.substring(zone + "TZID=".length()).split(";", 2)[0];
      return ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : first.zone();
    }

    private LocalDate day(Instant time) {
      return time.atZone(first.zone()).toLocalDate();
    }
  }

  private static String without(String rule, String... names) {
    List<String> gone = List.of(names);
    return Stream.of(rule.substring("RRULE:".length()).split(";", -1))
        .filter(part -> !gone.contains(part.split("=", 2)[0]))
        .collect(Collectors.joining(";"));
  }

  private static @Nullable String part(String rule, String name) {
    return Stream.of(rule.substring("RRULE:".length()).split(";", -1))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> part.substring(name.length() + 1))
        .findFirst()
        .orElse(null);
  }
}

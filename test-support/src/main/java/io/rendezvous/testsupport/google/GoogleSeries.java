package io.rendezvous.testsupport.google;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Recur;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The occurrences of a series, worked out on the wall by ical4j, as the clock there goes. */
final class GoogleSeries {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final ObjectNode master;
  private final JsonNode start;

  GoogleSeries(ObjectNode master) {
    this.master = master;
    this.start = master.path("start");
  }

  static boolean isOne(JsonNode event) {
    return event.path("recurrence").size() > 0;
  }

  /** Whether its recurrence can be read. */
  static boolean isLegal(ObjectNode event) {
    try {
      new GoogleSeries(event).starts(GoogleTimes.wall(event.path("start")));
      return true;
    } catch (RuntimeException notLegal) {
      return false;
    }
  }

  /** Those that begin before a time, as events, exceptions not considered. */
  List<ObjectNode> before(Instant end) {
    return starts(LocalDateTime.ofInstant(end, zone())).stream()
        .map(this::occurrence)
        .filter(one -> GoogleTimes.instant(one.path("start")).isBefore(end))
        .toList();
  }

  private ObjectNode occurrence(LocalDateTime wall) {
    Duration length =
        Duration.between(GoogleTimes.wall(start), GoogleTimes.wall(master.path("end")));
    ObjectNode one = master.deepCopy();
    one.remove("recurrence");
    ObjectNode own = GoogleTimes.at(start, wall);
    one.set("start", own);
    one.set("end", GoogleTimes.at(master.path("end"), wall.plus(length)));
    one.set("originalStartTime", own.deepCopy());
    one.put("recurringEventId", master.path("id").asString());
    return one.put("id", master.path("id").asString() + "_" + GoogleTimes.key(own));
  }

  private Set<LocalDateTime> starts(LocalDateTime end) {
    LocalDateTime first = GoogleTimes.wall(start);
    var found = new TreeSet<LocalDateTime>();
    var excluded = new HashSet<LocalDateTime>();
    for (JsonNode line : master.path("recurrence")) {
      String text = line.asString();
      if (text.startsWith("RRULE:")) {
        found.addAll(rule(text.substring(6), first, end));
      } else if (text.startsWith("EXDATE")) {
        excluded.addAll(dates(text));
      } else if (text.startsWith("RDATE")) {
        found.add(first);
        found.addAll(dates(text));
      } else {
        throw GoogleError.invalid();
      }
    }
    found.removeAll(excluded);
    return found;
  }

  /** The end of a rule is a time on the wall here, so that it compares with the others. */
  private List<LocalDateTime> rule(String rule, LocalDateTime first, LocalDateTime end) {
    LocalDateTime until =
        Arrays.stream(rule.split(";"))
            .filter(part -> part.startsWith("UNTIL="))
            .map(part -> date(part.substring(6), zone()))
            .findFirst()
            .orElse(LocalDateTime.MAX);
    return new Recur<LocalDateTime>(rule.replaceAll(";?UNTIL=[^;]*", ""))
        .getDates(first, first, end.plusDays(1)).stream()
            .filter(one -> !one.isAfter(until))
            .toList();
  }

  private List<LocalDateTime> dates(String line) {
    int colon = line.indexOf(':');
    int named = line.indexOf("TZID=");
    ZoneId zone = named < 0 ? zone() : ZoneId.of(line.substring(named + 5, colon));
    return Arrays.stream(line.substring(colon + 1).split(","))
        .map(date -> date(date, zone))
        .toList();
  }

  private LocalDateTime date(String text, ZoneId zone) {
    if (text.length() == 8) {
      LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return GoogleTimes.isDay(start) ? day.atStartOfDay() : day.atTime(23, 59, 59);
    }
    ZoneId written = text.endsWith("Z") ? ZoneOffset.UTC : zone;
    return LocalDateTime.parse(text.replace("Z", ""), TIME)
        .atZone(written)
        .withZoneSameInstant(zone())
        .toLocalDateTime();
  }

  private ZoneId zone() {
    return GoogleTimes.isDay(start) ? GoogleTimes.CALENDAR : GoogleTimes.zone(start);
  }
}

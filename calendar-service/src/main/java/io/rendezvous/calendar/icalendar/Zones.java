package io.rendezvous.calendar.icalendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The zones that an object's times are in.
 *
 * @param calendar the object, whose own zones are looked at where a name says nothing
 * @param floating where times without a zone are meant
 */
record Zones(Component calendar, ZoneId floating) {
  private static final Properties WINDOWS = windows();
  private static final List<ZoneId> COMMON =
      Stream.concat(WINDOWS.values().stream().map(Object::toString).sorted(), Stream.of("Etc/UTC"))
          .map(ZoneId::of)
          .toList();
  private static final Instant JANUARY = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-15T12:00:00Z");
  private static final Pattern MONTH = Pattern.compile("BYMONTH=(\\d{1,2})|^\\d{4}(\\d{2})\\d{2}T");
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("[xxxx][XXXXX]");

  /** The zone of a line's local times. */
  ZoneId of(ContentLine line) {
    return line.parameter("TZID").map(this::named).orElse(floating);
  }

  Moment read(ContentLine line) {
    return Moment.parse(line.value(), of(line));
  }

  List<Moment> readAll(ContentLine line) {
    ZoneId zone = of(line);
    return Arrays.stream(line.value().split(","))
        .map(value -> Moment.parse(value.split("/", 2)[0], zone))
        .toList();
  }

  /** The zone that a name most likely means. */
  ZoneId named(String id) {
    return known(id).or(() -> defined(id).map(this::like)).orElse(floating);
  }

  Optional<Component> defined(String id) {
    return calendar.parts("VTIMEZONE").stream()
        .filter(zone -> zone.first("TZID").filter(line -> line.value().equals(id)).isPresent())
        .findFirst();
  }

  /** A zone by the name that the IANA or Windows gives it; some programs put a path before it. */
  static Optional<ZoneId> known(String id) {
    for (String name = id; ; ) {
      String candidate = WINDOWS.getProperty(name, name);
      if (ZoneId.getAvailableZoneIds().contains(candidate)) {
        return Optional.of(ZoneId.of(candidate));
      }
      int slash = name.indexOf('/');
      if (slash < 0) {
        return Optional.empty();
      }
      name = name.substring(slash + 1);
    }
  }

  /** Whether objects can name the zone; an offset has no name, and UTC its own form. */
  static boolean isNamed(ZoneId zone) {
    return ZoneId.getAvailableZoneIds().contains(zone.getId())
        && !zone.normalized().equals(ZoneOffset.UTC);
  }

  private ZoneId like(Component zone) {
    return zone.first("X-LIC-LOCATION")
        .flatMap(line -> known(line.value()))
        .orElseGet(() -> nearest(zone));
  }

  /** A zone in use whose clocks are set as those of the object's own zone. */
  private ZoneId nearest(Component zone) {
    Optional<ZoneOffset> standard = offset(zone, "STANDARD");
    Optional<ZoneOffset> summer = offset(zone, "DAYLIGHT");
    boolean north = startsInFirstHalf(zone);
    ZoneOffset january = (north ? standard : summer.or(() -> standard)).orElse(null);
    ZoneOffset july = (north ? summer.or(() -> standard) : standard).orElse(null);
    return COMMON.stream()
        .filter(candidate -> candidate.getRules().getOffset(JANUARY).equals(january))
        .filter(candidate -> candidate.getRules().getOffset(JULY).equals(july))
        .findFirst()
        .or(() -> standard.map(ZoneId.class::cast))
        .orElse(floating);
  }

  /** Whether summer time begins in the first half of the year, as it does in the north. */
  private static boolean startsInFirstHalf(Component zone) {
    return zone.parts("DAYLIGHT").stream()
        .flatMap(part -> part.first("RRULE").or(() -> part.first("DTSTART")).stream())
        .map(line -> MONTH.matcher(line.value()))
        .filter(Matcher::find)
        .map(month -> month.group(1) == null ? month.group(2) : month.group(1))
        .allMatch(month -> Integer.parseInt(month) <= 6);
  }

  private static Optional<ZoneOffset> offset(Component zone, String kind) {
    try {
      return zone.parts(kind).stream()
          .flatMap(part -> part.first("TZOFFSETTO").stream())
          .map(line -> OFFSET.parse(line.value().trim(), ZoneOffset::from))
          .reduce((_, last) -> last);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Properties windows() {
    try (InputStream file =
        Objects.requireNonNull(Zones.class.getResourceAsStream("windows-zones.properties"))) {
      var names = new Properties();
      names.load(file);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.rendezvous.calendar.icalendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is taken out of a series by EXDATE. */
final class Exclusions {
  private Exclusions() {}

  /** When the occurrence of this name begins, as the series counts time. */
  static Moment start(Component master, String occurrence, EventReader reader) {
    Moment first = reader.start(master);
    Moment named = Moment.parse(occurrence, first.zone());
    if (named.day() || first.day()) {
      return named;
    }
    Instant instant = Moment.parse(occurrence, ZoneOffset.UTC).instant();
    return Moment.of(instant, first.zone());
  }

  /** The series with the occurrence put back; empty where it is not taken out. */
  static Optional<Component> without(Component master, String occurrence, Zones zones) {
    var lines = new ArrayList<ContentLine>();
    for (ContentLine line : master.lines()) {
      if (!line.is("EXDATE")) {
        lines.add(line);
        continue;
      }
      String kept =
          Arrays.stream(line.value().split(","))
              .filter(value -> !Moment.parse(value, zones.of(line)).key().equals(occurrence))
              .collect(Collectors.joining(","));
      if (!kept.isEmpty()) {
        lines.add(line.saying(kept));
      }
    }
    Component without = master.withLines(lines);
    return without.equals(master) ? Optional.empty() : Optional.of(without);
  }
}

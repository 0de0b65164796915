package io.rendezvous.calendar.icalendar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the zone that a calendar says its floating times are in. */
public final class ZoneOfCalendar {
  private ZoneOfCalendar() {}

  /** The nearest zone to the object's only VTIMEZONE; empty where there is none. */
  public static Optional<ZoneId> read(String object) {
    try {
      Component calendar = ObjectText.parse(object);
      return calendar.parts("VTIMEZONE").stream()
          .flatMap(zone -> zone.first("TZID").stream())
          .map(id -> new Zones(calendar, ZoneOffset.UTC).named(id.value()))
          .findFirst();
    } catch (IllegalArgumentException | DateTimeException noObject) {
      return Optional.empty();
    }
  }
}

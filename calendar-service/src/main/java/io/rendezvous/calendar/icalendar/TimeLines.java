package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes times, in the form that they had where that can say them. */
record TimeLines(Zones zones) {

  /** The event at this time. */
  Component put(Component event, EventTime time) {
    EventReader reader = new EventReader(zones);
    boolean keepsLength =
        event.has("DURATION") && reader.time(event).length().equals(time.length());
    boolean utc = isUtc(time, event.has("RRULE") || event.has("RDATE"));
    Component put = event.putting(line("DTSTART", event, time.start(), time, utc));
    if (time.length().isZero() || (keepsLength && !time.allDay())) {
      put = put.without("DTEND");
    } else {
      put = put.without("DURATION").putting(line("DTEND", event, time.end(), time, utc));
    }
    if (time.length().isZero()) {
      put = put.without("DURATION");
    }
    boolean isSaid = utc ? time.zone().equals(ZoneOffset.UTC) : !time.allDay();
    return isSaid || (time.allDay() && time.zone().equals(zones.floating()))
        ? put.without(EventReader.SHOWN_ZONE)
        : put.putting(new ContentLine(EventReader.SHOWN_ZONE, time.zone().getId()));
  }

  /** A line that says the moment in the form of the event's start. */
  static ContentLine likeStart(Component event, String property, Moment moment) {
    ContentLine start = event.first("DTSTART").orElseThrow();
    ContentLine line = new ContentLine(property, moment.value());
    if (moment.day()) {
      return line.with("VALUE", "DATE");
    }
    Optional<String> zone = start.parameter("TZID");
    return zone.isPresent() ? line.with("TZID", zone.get()) : line;
  }

  private ContentLine line(
      String property, Component event, Instant instant, EventTime time, boolean utc) {
    ContentLine there = event.first(property).or(() -> event.first("DTSTART")).orElse(null);
    ContentLine line =
        new ContentLine(
                property, there == null || !there.is(property) ? "" : there.parameters(), "")
            .without("TZID")
            .without("VALUE");
    if (time.allDay()) {
      return line.with("VALUE", "DATE").saying(moment(instant, time.zone(), true).value());
    }
    if (utc) {
      return line.saying(Moment.of(instant, ZoneOffset.UTC).value());
    }
    String local = Moment.floating(Moment.of(instant, time.zone()).local());
    return isFloating(there) && time.zone().equals(zones.floating())
        ? line.saying(local)
        : line.with("TZID", id(there, time.zone())).saying(local);
  }

  private String id(@Nullable ContentLine there, ZoneId zone) {
    return Optional.ofNullable(there)
        .flatMap(line -> line.parameter("TZID"))
        .filter(id -> zones.named(id).equals(zone))
        .orElse(zone.getId());
  }

  private static boolean isFloating(@Nullable ContentLine line) {
    return line != null
        && line.parameter("TZID").isEmpty()
        && line.value().indexOf('T') > 0
        && !line.value().endsWith("Z");
  }

  /**
   * Whether only UTC says this: no other form says an offset, nor the second of two equal hours. A
   * series is meant in local time all the same.
   */
  private static boolean isUtc(EventTime time, boolean series) {
    if (time.allDay()) {
      return false;
    }
    return !Zones.isNamed(time.zone())
        || (!series && !(isSaidLocally(time.start(), time) && isSaidLocally(time.end(), time)));
  }

  private static boolean isSaidLocally(Instant instant, EventTime time) {
    return Moment.of(instant, time.zone()).instant().equals(instant);
  }

  private static Moment moment(Instant instant, ZoneId zone, boolean day) {
    return new Moment(Moment.of(instant, zone).local(), zone, day);
  }
}

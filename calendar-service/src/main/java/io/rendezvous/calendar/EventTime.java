package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When an event is, in whole seconds.
 *
 * @param end exclusive, after {@code start}
 * @param zone where its local times are meant
 */
public record EventTime(Instant start, Instant end, ZoneId zone) {
  public EventTime {
    start = start.truncatedTo(ChronoUnit.SECONDS);
    end = end.truncatedTo(ChronoUnit.SECONDS);
    requireNonNull(zone, "zone");
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("Expected an end after the start, but it is not");
    }
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public ZonedDateTime localStart() {
    return start.atZone(zone);
  }

  public ZonedDateTime localEnd() {
    return end.atZone(zone);
  }
}

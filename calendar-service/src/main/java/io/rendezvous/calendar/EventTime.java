package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When an event is, in whole seconds.
 *
 * @param end exclusive, not before {@code start}; equal to it where the event is a moment
 * @param zone where its local times are meant
 * @param allDay whether it is days rather than times: then start and end are the beginnings of days
 */
public record EventTime(Instant start, Instant end, ZoneId zone, boolean allDay) {
  public EventTime {
    start = start.truncatedTo(ChronoUnit.SECONDS);
    end = end.truncatedTo(ChronoUnit.SECONDS);
    requireNonNull(zone, "zone");
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("Expected an end not before the start, but it is");
    }
  }

  /** A time of day. */
  public EventTime(Instant start, Instant end, ZoneId zone) {
    this(start, end, zone, false);
  }

  /**
   * Whole days.
   *
   * @param end exclusive, after {@code first}
   */
  public static EventTime days(LocalDate first, LocalDate end, ZoneId zone) {
    return new EventTime(
        first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant(), zone, true);
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

  /** The day that it begins on, where it is meant. */
  public LocalDate firstDay() {
    return localStart().toLocalDate();
  }

  /** The day after its last one; for whole days only. */
  public LocalDate endDay() {
    return localEnd().toLocalDate();
  }

  /** Whether both have a moment in common; a moment overlaps what it lies in. */
  public boolean overlaps(Instant from, Instant to) {
    boolean moment = start.equals(end);
    return start.isBefore(to) && (end.isAfter(from) || (moment && !start.isBefore(from)));
  }
}

package io.rendezvous.calendar.icalendar;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.EventTime;
import org.jspecify.annotations.Nullable;

/**
 * One time that an object happens at.
 *
 * @param occurrence its name; null where the object happens once
 */
public record HappensAt(@Nullable String occurrence, EventTime time) {
  public HappensAt {
    requireNonNull(time, "time");
  }
}

package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

/** All of an event that people write. */
public record EventContent(EventText text, EventTime time) {
  public EventContent {
    requireNonNull(text, "text");
    requireNonNull(time, "time");
  }

  public EventContent at(EventTime other) {
    return new EventContent(text, other);
  }
}

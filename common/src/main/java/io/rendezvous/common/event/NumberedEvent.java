package io.rendezvous.common.event;

import static java.util.Objects.requireNonNull;

/** An event and its place in its conversation, from 1 on without a gap. */
public record NumberedEvent(long sequence, Event event) {
  public NumberedEvent {
    requireNonNull(event, "event");
  }
}

package io.rendezvous.history.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event as its record tells it.
 *
 * @param raw the event's JSON, also of a type that this version does not know
 * @param event what this version understands of it
 * @param turn the turn that it is about; null where it is about the conversation
 */
public record LoggedEvent(long sequence, JsonNode raw, Event event, @Nullable TurnId turn) {
  public LoggedEvent {
    requireNonNull(raw, "raw");
    requireNonNull(event, "event");
  }
}

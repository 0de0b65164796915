package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.evidence.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of the log.
 *
 * @param raw the event as the log has it
 */
record Fact(Place place, UserId user, long sequence, Instant at, Event event, JsonNode raw) {

  /** The turn that it is about; null where it is about the conversation. */
  @Nullable TurnId turn() {
    if (event instanceof Event.OfTurn ofTurn) {
      return ofTurn.turn();
    }
    if (raw.path("turn").isString()) {
      return new TurnId(raw.path("turn").stringValue());
    }
    return raw.path("call").isString() ? new CallId(raw.path("call").stringValue()).turn() : null;
  }

  /** Its number and its wire name. */
  @Override
  public String toString() {
    return sequence + " " + raw.path("type").asString("");
  }
}

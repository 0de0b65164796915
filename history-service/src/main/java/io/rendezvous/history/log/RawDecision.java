package io.rendezvous.history.log;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@link io.rendezvous.common.event.Decision} without its cause, its events untouched. */
@JsonTypeName("decision")
record RawDecision(UserId user, ConversationId conversation, Instant at, List<RawEvent> events) {
  RawDecision {
    requireNonNull(user, "user");
    requireNonNull(conversation, "conversation");
    requireNonNull(at, "at");
    events = List.copyOf(events);
    if (events.isEmpty() || events.getFirst().sequence() < 1) {
      throw new IllegalArgumentException("Expected events from 1 on, but found others");
    }
  }

  record RawEvent(long sequence, JsonNode event) {
    RawEvent {
      if (event == null || !event.isObject()) {
        throw new IllegalArgumentException("Expected an event's JSON, but found none");
      }
    }
  }
}

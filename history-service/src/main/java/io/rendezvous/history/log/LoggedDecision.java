package io.rendezvous.history.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.util.List;

/** One record of {@code history}: events of one conversation that follow each other. */
public record LoggedDecision(
    UserId user, ConversationId conversation, Instant at, List<LoggedEvent> events) {
  public LoggedDecision {
    requireNonNull(user, "user");
    requireNonNull(conversation, "conversation");
    requireNonNull(at, "at");
    events = List.copyOf(events);
  }

  public long firstSequence() {
    return events.getFirst().sequence();
  }

  public long lastSequence() {
    return events.getLast().sequence();
  }
}

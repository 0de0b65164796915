package io.rendezvous.common.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.command.Command;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OfConversation;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.util.List;

/**
 * One record of {@code history}: the command that caused it, the decider's time, and what it led
 * to. A command that leads to nothing leaves no record.
 */
@JsonTypeName("decision")
public record Decision(
    UserId user, ConversationId conversation, Instant at, Command cause, List<NumberedEvent> events)
    implements OfConversation {
  public Decision {
    requireNonNull(user, "user");
    requireNonNull(conversation, "conversation");
    requireNonNull(at, "at");
    requireNonNull(cause, "cause");
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Expected a decision with events, but it has none");
    }
  }

  public long firstSequence() {
    return events.getFirst().sequence();
  }

  public long lastSequence() {
    return events.getLast().sequence();
  }
}

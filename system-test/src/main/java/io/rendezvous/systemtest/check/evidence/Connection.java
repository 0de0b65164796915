package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.systemtest.client.SseEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a stream.
 *
 * @param kind what was asked for
 * @param lastEventId what the client said it had seen; null is nothing
 * @param events what came, in its order
 * @param end why it ended, in words
 */
public record Connection(
    Kind kind, @Nullable String lastEventId, List<SseEvent> events, String end) {
  public Connection {
    events = List.copyOf(events);
  }

  /** What a stream tells of. */
  public enum Kind {
    /** Of the one turn that its prompt began. */
    TURN,
    /** Of all turns of a conversation. */
    CONVERSATION
  }
}

package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.id.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream as one client read it, over all its connections.
 *
 * @param conversation null where it never began
 * @param complete whether the client saw what it waited for
 */
public record RecordedStream(
    @Nullable ConversationId conversation, List<Connection> connections, boolean complete) {
  public RecordedStream {
    connections = List.copyOf(connections);
  }
}

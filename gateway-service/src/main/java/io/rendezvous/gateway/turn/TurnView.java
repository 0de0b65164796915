package io.rendezvous.gateway.turn;

import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.Usage;
import io.rendezvous.gateway.message.ToolCallView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn as clients see it.
 *
 * @param reason why it ended, where it was not answered
 * @param usage all model calls together, under the name of the last
 */
record TurnView(
    TurnId turnId,
    ConversationId conversationId,
    TurnStatus status,
    @Nullable String answer,
    @Nullable TurnEndReason reason,
    List<ToolCallView> toolCalls,
    @Nullable Usage usage,
    Instant startedAt,
    @Nullable Instant endedAt) {
  TurnView {
    toolCalls = List.copyOf(toolCalls);
  }
}

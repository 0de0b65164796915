package io.rendezvous.gateway.stream;

import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.message.ToolCallView;
import org.jspecify.annotations.Nullable;

/** What the events of a stream carry, besides whole messages. */
sealed interface StreamData {

  record Accepted(TurnId turnId, ConversationId conversationId) implements StreamData {}

  record TextDelta(TurnId turnId, String text) implements StreamData {}

  record TextReset(TurnId turnId, String reason) implements StreamData {}

  record Started(TurnId turnId, CallId callId, String name, @Nullable Object arguments)
      implements StreamData {
    static Started of(TurnId turn, ToolCallView call) {
      return new Started(turn, call.callId(), call.name(), call.arguments());
    }
  }

  record Finished(
      TurnId turnId,
      CallId callId,
      String name,
      @Nullable Boolean ok,
      @Nullable String summary,
      @Nullable Boolean late)
      implements StreamData {
    static Finished of(TurnId turn, ToolCallView call) {
      return new Finished(turn, call.callId(), call.name(), call.ok(), call.summary(), call.late());
    }
  }

  record Ended(
      TurnId turnId, TurnStatus status, @Nullable TurnEndReason reason, @Nullable String message)
      implements StreamData {}
}

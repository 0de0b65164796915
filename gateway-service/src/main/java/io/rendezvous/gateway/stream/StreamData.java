package io.rendezvous.gateway.stream;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.message.ApprovalStatus;
import io.rendezvous.gateway.message.ToolCallView;
import java.time.Instant;
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

  /**
   * A tool call waits for the user: {@code summary} is what would be done, and why she is asked.
   */
  record Requested(
      TurnId turnId,
      ApprovalId approvalId,
      CallId callId,
      String name,
      Object summary,
      Instant expiresAt)
      implements StreamData {
    static Requested of(Event.ApprovalRequested event, Object summary) {
      return new Requested(
          event.turn(), event.approval(), event.call(), event.name(), summary, event.expiresAt());
    }
  }

  record Decided(TurnId turnId, ApprovalId approvalId, CallId callId, ApprovalStatus status)
      implements StreamData {
    static Decided of(Event.ApprovalDecided event) {
      return new Decided(
          event.turn(), event.approval(), event.call(), ApprovalStatus.of(event.verdict()));
    }
  }

  record Withdrawn(TurnId turnId, ApprovalId approvalId, CallId callId, WithdrawalReason reason)
      implements StreamData {
    static Withdrawn of(Event.ApprovalWithdrawn event) {
      return new Withdrawn(event.turn(), event.approval(), event.call(), event.reason());
    }
  }

  record Ended(
      TurnId turnId, TurnStatus status, @Nullable TurnEndReason reason, @Nullable String message)
      implements StreamData {}
}

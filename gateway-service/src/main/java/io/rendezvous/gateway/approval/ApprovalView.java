package io.rendezvous.gateway.approval;

import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.message.ApprovalStatus;
import java.time.Instant;

/**
 * An approval as clients see it.
 *
 * @param tool that would be carried out
 * @param summary what would be done, and why that needs the user
 * @param expiresAt until when she may answer
 */
record ApprovalView(
    ApprovalId approvalId,
    TurnId turnId,
    ConversationId conversationId,
    CallId callId,
    String tool,
    Object summary,
    Instant expiresAt,
    ApprovalStatus status) {}

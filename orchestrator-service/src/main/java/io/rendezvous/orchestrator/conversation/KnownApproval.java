package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.ApprovalId;
import java.time.Instant;

/**
 * An approval that a tool call has needed, and how it stands.
 *
 * @param expiresAt until when the user could answer
 */
public record KnownApproval(ApprovalId approval, Instant expiresAt, Standing standing) {
  /** A conversation with more than this forgets the oldest that nothing can come of any more. */
  static final int MOST = 64;

  public KnownApproval {
    requireNonNull(approval, "approval");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(standing, "standing");
  }

  /** What became of it. */
  public enum Standing {
    AWAITED,
    APPROVED,
    REJECTED,
    EXPIRED,
    WITHDRAWN
  }

  boolean isAwaited() {
    return standing == Standing.AWAITED;
  }

  KnownApproval with(Standing settled) {
    return new KnownApproval(approval, expiresAt, settled);
  }
}

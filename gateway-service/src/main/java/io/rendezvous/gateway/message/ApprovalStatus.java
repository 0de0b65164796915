package io.rendezvous.gateway.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.WithdrawalReason;

/** Where an approval stands, as clients are told. */
public enum ApprovalStatus {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("approved")
  APPROVED,
  @JsonProperty("rejected")
  REJECTED,
  @JsonProperty("expired")
  EXPIRED,
  @JsonProperty("withdrawn")
  WITHDRAWN;

  public static ApprovalStatus of(Verdict verdict) {
    return switch (verdict) {
      case APPROVE -> APPROVED;
      case REJECT -> REJECTED;
    };
  }

  public static ApprovalStatus of(WithdrawalReason reason) {
    return switch (reason) {
      case EXPIRED -> EXPIRED;
      case TURN_ENDED, CHANGED -> WITHDRAWN;
    };
  }
}

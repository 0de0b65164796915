package io.rendezvous.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a turn stands, as clients are told. */
public enum TurnStatus {
  @JsonProperty("running")
  RUNNING,
  /** It runs, and goes on when its user has approved or rejected a tool call. */
  @JsonProperty("awaiting_approval")
  AWAITING_APPROVAL,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("cancelled")
  CANCELLED;

  /** Whether nothing more follows but late reports. */
  public boolean isFinal() {
    return switch (this) {
      case RUNNING, AWAITING_APPROVAL -> false;
      case COMPLETED, FAILED, CANCELLED -> true;
    };
  }
}

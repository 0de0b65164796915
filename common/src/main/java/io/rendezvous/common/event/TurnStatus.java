package io.rendezvous.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a turn stands, as clients are told. */
public enum TurnStatus {
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("cancelled")
  CANCELLED
}

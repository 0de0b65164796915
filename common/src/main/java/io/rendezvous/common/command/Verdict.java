package io.rendezvous.common.command;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a user says to a tool call that needs her approval. */
public enum Verdict {
  @JsonProperty("approve")
  APPROVE,
  @JsonProperty("reject")
  REJECT
}

package io.rendezvous.common.command;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a prompt that comes while a turn runs. */
public enum PromptPolicy {
  /** It waits for its turn. */
  @JsonProperty("enqueue")
  ENQUEUE,
  /** It is refused. */
  @JsonProperty("reject")
  REJECT
}

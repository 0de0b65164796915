package io.rendezvous.common.command;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a prompt that comes while a turn runs. */
public enum PromptPolicy {
  /** It waits for its turn. */
  @JsonProperty("enqueue")
  ENQUEUE,
  /** It is refused. */
  @JsonProperty("reject")
  REJECT,
  /** It ends the turn that runs and is the next, before those that wait. */
  @JsonProperty("interrupt")
  INTERRUPT,
  /** As interrupt, and what the turn that runs has done is undone before this one starts. */
  @JsonProperty("rollback")
  ROLLBACK,
  /** It becomes part of the turn that runs, whose model hears of it with its next ask. */
  @JsonProperty("steer")
  STEER
}

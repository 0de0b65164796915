package io.rendezvous.common.command;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model may not do without its user's approval. */
public enum Confirmation {
  /** Only what text of other people may have talked it into. */
  @JsonProperty("never")
  NEVER,
  /** Also what other people would see. */
  @JsonProperty("invitations")
  INVITATIONS,
  /** Everything that changes a calendar. */
  @JsonProperty("always")
  ALWAYS
}

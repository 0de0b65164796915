package io.rendezvous.common.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a series is meant. */
public enum Scope {
  /** The occurrence named. */
  @JsonProperty("this")
  THIS,
  /** The occurrence named and all after it. */
  @JsonProperty("following")
  FOLLOWING,
  /** Every occurrence. */
  @JsonProperty("all")
  ALL
}

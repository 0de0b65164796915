package io.rendezvous.common.tool;

/** Why a tool call had no effect. */
public enum ToolFailure {
  UNKNOWN_TOOL,
  INVALID_ARGUMENTS,
  NOT_FOUND,
  /** What it would have changed has changed meanwhile. */
  CONFLICT,
  UNAUTHORIZED,
  UNAVAILABLE,
  /** The user was asked and said no. */
  REJECTED,
  /** The user was asked and did not answer in time, or could not any more. */
  EXPIRED,
  INTERNAL
}

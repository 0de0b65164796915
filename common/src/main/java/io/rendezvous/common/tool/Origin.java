package io.rendezvous.common.tool;

/** Who is behind a tool call. */
public enum Origin {
  /** A model that has read what its user and our tools say, and nothing else. */
  MODEL,
  /** A model that has read text which other people wrote. */
  INFLUENCED,
  /** The user herself. */
  USER,
  /** The decider, which takes back what a turn has done. */
  ROLLBACK
}

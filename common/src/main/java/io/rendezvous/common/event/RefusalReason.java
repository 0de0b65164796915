package io.rendezvous.common.event;

/** Why a prompt was not accepted. */
public enum RefusalReason {
  /** The policy was to reject while a turn runs. */
  BUSY,
  /** Too many prompts wait already. */
  QUEUE_FULL,
  /** The same key came with another body. */
  KEY_REUSED
}

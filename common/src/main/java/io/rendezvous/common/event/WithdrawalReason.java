package io.rendezvous.common.event;

/** Why an approval is not waited for any more. */
public enum WithdrawalReason {
  /** Nobody answered in time. */
  EXPIRED,
  /** The turn that its call belongs to ended. */
  TURN_ENDED,
  /** What its call was about has changed meanwhile, so that the call came to its end without it. */
  CHANGED
}

package io.rendezvous.common.event;

/** Why a verdict on an approval was not taken. */
public enum ApprovalRefusal {
  /** Another verdict, or the same, came before. */
  ALREADY_DECIDED,
  /** It came after the time that the approval waits for one. */
  EXPIRED,
  /** Nobody waits for it any more: its turn has ended, or what it was about has changed. */
  WITHDRAWN,
  /** There is no such approval, or it was settled long ago. */
  UNKNOWN
}

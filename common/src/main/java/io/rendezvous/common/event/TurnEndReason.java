package io.rendezvous.common.event;

/** Why a turn ended. */
public enum TurnEndReason {
  /** Its model has answered, or the user's action is done. */
  ANSWERED(TurnStatus.COMPLETED),
  CANCELLED(TurnStatus.CANCELLED),
  /** Another prompt took its place. */
  INTERRUPTED(TurnStatus.CANCELLED),
  /** Another prompt took its place, and what it had done is undone. */
  ROLLED_BACK(TurnStatus.CANCELLED),
  /** Its prompt became part of the turn that ran. */
  STEERED(TurnStatus.COMPLETED),
  /** It took longer than a turn may. */
  DEADLINE(TurnStatus.FAILED),
  /** The user's own action was refused by its tool. */
  ACTION_FAILED(TurnStatus.FAILED),
  MODEL_UNAVAILABLE(TurnStatus.FAILED),
  /** Its model made the same call again and again, and always got the same result. */
  STUCK(TurnStatus.FAILED),
  /** What it would have taken at worst was more than its user's budget holds. */
  BUDGET(TurnStatus.FAILED),
  /** A fault of ours; the record that caused it is in the dead-letter topic. */
  INTERNAL(TurnStatus.FAILED);

  private final TurnStatus status;

  TurnEndReason(TurnStatus status) {
    this.status = status;
  }

  public TurnStatus status() {
    return status;
  }
}

package io.rendezvous.common.event;

/** Why a turn ended. */
public enum TurnEndReason {
  ANSWERED(TurnStatus.COMPLETED),
  CANCELLED(TurnStatus.CANCELLED),
  /** It took longer than a turn may. */
  DEADLINE(TurnStatus.FAILED),
  MODEL_UNAVAILABLE(TurnStatus.FAILED),
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

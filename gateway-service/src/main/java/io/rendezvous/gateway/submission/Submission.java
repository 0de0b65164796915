package io.rendezvous.gateway.submission;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.tail.Following;

/**
 * What starts a turn: it is in the log, or was there already.
 *
 * @param accepted the event that accepted it; 0 where the decider has not come to it yet
 */
public record Submission(TurnId turn, Verdicts verdicts, long accepted) {
  /** The event that accepted it, as far as the tail has it; throws where it was refused. */
  public long acceptedIn(Following tail) {
    return accepted > 0 ? accepted : verdicts.accepted(tail.entries());
  }
}

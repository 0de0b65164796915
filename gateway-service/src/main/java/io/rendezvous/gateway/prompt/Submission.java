package io.rendezvous.gateway.prompt;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.tail.Following;

/**
 * A prompt that is in the log, or was there already.
 *
 * @param accepted the event that accepted it; 0 where the decider has not come to it yet
 */
record Submission(TurnId turn, Verdicts verdicts, long accepted) {
  long acceptedIn(Following tail) {
    return accepted > 0 ? accepted : verdicts.accepted(tail.entries());
  }
}

package io.rendezvous.gateway.tail;

import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ReplyDelta;
import java.util.List;

/**
 * The text of an answer on its way, as far as it is known.
 *
 * @param askSequence the event that asked
 * @param attempt the latest try
 * @param pieces what was asked for of its text, in order
 */
public record Reply(
    TurnId turn, AskId ask, long askSequence, String attempt, List<ReplyDelta> pieces) {
  public Reply {
    pieces = List.copyOf(pieces);
  }
}

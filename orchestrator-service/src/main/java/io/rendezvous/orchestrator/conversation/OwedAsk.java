package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;

/**
 * A model call that was under way when its turn ended: what it takes is still to be told.
 *
 * @param leased whether its user has a budget
 */
public record OwedAsk(TurnId turn, AskId ask, boolean leased) {
  /** A conversation that owes more than this forgets the oldest. */
  static final int MOST = 128;

  public OwedAsk {
    requireNonNull(turn, "turn");
    requireNonNull(ask, "ask");
  }
}

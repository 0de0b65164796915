package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.TurnId;
import java.time.Instant;

/**
 * A turn that was accepted, and the digest that tells a repeat from another prompt with the same
 * key.
 */
public record KnownTurn(TurnId turn, String bodyDigest, Instant at) {
  public KnownTurn {
    requireNonNull(turn, "turn");
    requireNonNull(bodyDigest, "bodyDigest");
    requireNonNull(at, "at");
  }
}

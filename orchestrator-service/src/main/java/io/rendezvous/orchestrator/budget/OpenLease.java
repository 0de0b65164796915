package io.rendezvous.orchestrator.budget;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.id.AskId;
import java.time.Instant;

/**
 * What is reserved for an ask.
 *
 * @param until when it counts as spent if nobody has told what it took
 */
public record OpenLease(AskId ask, Amount reserved, Instant until) {
  public OpenLease {
    requireNonNull(ask, "ask");
    requireNonNull(reserved, "reserved");
    requireNonNull(until, "until");
  }
}

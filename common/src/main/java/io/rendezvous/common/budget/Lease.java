package io.rendezvous.common.budget;

import static java.util.Objects.requireNonNull;

/**
 * Leave to ask for one answer.
 *
 * @param tries how often a model may be asked for it, over all restarts
 * @param worst the most that one of them can take
 */
public record Lease(int tries, Amount worst) {
  public Lease {
    requireNonNull(worst, "worst");
  }
}

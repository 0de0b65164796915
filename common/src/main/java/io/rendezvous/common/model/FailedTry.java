package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

/**
 * A model that was asked in vain before another try, or before all was given up.
 *
 * @param usage what it took all the same; without tokens where it was passed over
 */
public record FailedTry(ModelFailure reason, Usage usage) {
  public FailedTry {
    requireNonNull(reason, "reason");
    requireNonNull(usage, "usage");
  }
}

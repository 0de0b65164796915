package io.rendezvous.orchestrator.model.provider;

import io.rendezvous.common.model.ModelFailure;
import java.io.IOException;

/** A stream that was given up, since it took more than it may. */
final class LimitExceeded extends IOException {
  private static final long serialVersionUID = 1L;

  private final ModelFailure reason;

  LimitExceeded(ModelFailure reason, String message) {
    super(message);
    this.reason = reason;
  }

  ModelFailure reason() {
    return reason;
  }
}

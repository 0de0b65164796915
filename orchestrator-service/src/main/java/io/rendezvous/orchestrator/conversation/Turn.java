package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;
import java.time.Instant;

/**
 * The turn that runs: until when it may, for whom it is answered, and what asking models has taken.
 */
public record Turn(TurnId id, Instant deadline, Preferences preferences, Amount spent) {
  public Turn {
    requireNonNull(id, "id");
    requireNonNull(deadline, "deadline");
    requireNonNull(preferences, "preferences");
    // Earlier versions did not count it.
    spent = requireNonNullElse(spent, Amount.NONE);
  }

  Turn paying(Amount more) {
    return new Turn(id, deadline, preferences, spent.plus(more));
  }

  boolean hasBudget() {
    return preferences.budget() != null;
  }
}

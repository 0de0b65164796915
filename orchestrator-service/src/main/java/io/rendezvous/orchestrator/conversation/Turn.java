package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;
import java.time.Instant;

/**
 * The turn that runs: until when it may, for whom it is answered, what asking models has taken, and
 * what its tools have answered.
 */
public record Turn(
    TurnId id, Instant deadline, Preferences preferences, Amount spent, Outcomes outcomes) {
  public Turn {
    requireNonNull(id, "id");
    requireNonNull(deadline, "deadline");
    requireNonNull(preferences, "preferences");
    // Earlier versions did not count these.
    spent = requireNonNullElse(spent, Amount.NONE);
    outcomes = requireNonNullElse(outcomes, Outcomes.NONE);
  }

  static Turn of(TurnId id, Instant deadline, Preferences preferences) {
    return new Turn(id, deadline, preferences, Amount.NONE, Outcomes.NONE);
  }

  Turn paying(Amount more) {
    return new Turn(id, deadline, preferences, spent.plus(more), outcomes);
  }

  Turn with(Outcomes more) {
    return new Turn(id, deadline, preferences, spent, more);
  }

  boolean hasBudget() {
    return preferences.budget() != null;
  }
}

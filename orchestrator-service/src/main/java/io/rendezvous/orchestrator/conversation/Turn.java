package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import java.time.Instant;

/**
 * The turn that runs: until when it may, for whom it is answered, what asking models has taken, and
 * what its tools have answered.
 *
 * @param time how long it may run without waiting for its user
 * @param action whether it is a tool call of the user's own, without a model
 * @param harmless whether nothing that it has called may change anything; false where an earlier
 *     version did not note it
 */
public record Turn(
    TurnId id,
    Instant deadline,
    Preferences preferences,
    Amount spent,
    Outcomes outcomes,
    Duration time,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean action,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean harmless) {
  public Turn {
    requireNonNull(id, "id");
    requireNonNull(deadline, "deadline");
    requireNonNull(preferences, "preferences");
    // Earlier versions did not keep these.
    spent = requireNonNullElse(spent, Amount.NONE);
    outcomes = requireNonNullElse(outcomes, Outcomes.NONE);
    time = requireNonNullElse(time, Limits.DEFAULT.turnTime());
  }

  /** What has waited starts now. */
  static Turn of(Queued started, Instant now, Instant deadline) {
    return new Turn(
        started.turn(),
        deadline,
        started.preferences(),
        Amount.NONE,
        Outcomes.NONE,
        Duration.between(now, deadline),
        started instanceof QueuedAction,
        true);
  }

  Turn paying(Amount more) {
    return new Turn(id, deadline, preferences, spent.plus(more), outcomes, time, action, harmless);
  }

  Turn with(Outcomes more) {
    return new Turn(id, deadline, preferences, spent, more, time, action, harmless);
  }

  Turn calling(String tool) {
    boolean still = harmless && !ToolCatalogue.hasEffects(tool);
    return new Turn(id, deadline, preferences, spent, outcomes, time, action, still);
  }

  /** Its user has until then to answer, and after that it has its usual time. */
  Turn waitingUntil(Instant answered) {
    Instant later = answered.plus(time);
    return later.isAfter(deadline) ? until(later) : this;
  }

  /** Its user is not waited for any more: from now on it has its usual time. */
  Turn goingOn(Instant now) {
    Instant sooner = now.plus(time);
    return sooner.isBefore(deadline) ? until(sooner) : this;
  }

  private Turn until(Instant other) {
    return new Turn(id, other, preferences, spent, outcomes, time, action, harmless);
  }

  boolean hasBudget() {
    return preferences.budget() != null;
  }
}

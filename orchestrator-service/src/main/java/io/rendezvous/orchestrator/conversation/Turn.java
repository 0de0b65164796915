package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;
import java.time.Instant;

/** The turn that runs: until when it may, and for whom it is answered. */
public record Turn(TurnId id, Instant deadline, Preferences preferences) {
  public Turn {
    requireNonNull(id, "id");
    requireNonNull(deadline, "deadline");
    requireNonNull(preferences, "preferences");
  }
}

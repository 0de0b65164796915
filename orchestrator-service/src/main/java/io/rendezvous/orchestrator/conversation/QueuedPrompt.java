package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.personal.Personal;

/** A prompt that waits for its turn. */
public record QueuedPrompt(TurnId turn, Personal text, Preferences preferences) {
  public QueuedPrompt {
    requireNonNull(turn, "turn");
    requireNonNull(text, "text");
    requireNonNull(preferences, "preferences");
  }
}

package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.personal.Personal;

/** A prompt that waits for its turn. */
@JsonTypeName("prompt")
public record QueuedPrompt(TurnId turn, Personal text, Preferences preferences) implements Queued {
  public QueuedPrompt {
    requireNonNull(turn, "turn");
    requireNonNull(text, "text");
    requireNonNull(preferences, "preferences");
  }

  @Override
  public int characters() {
    return text.characters();
  }
}

package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.personal.Personal;

/** A tool call of the user's own that waits for its turn. */
@JsonTypeName("action")
public record QueuedAction(TurnId turn, String name, Personal arguments, Preferences preferences)
    implements Queued {
  public QueuedAction {
    requireNonNull(turn, "turn");
    requireNonNull(name, "name");
    requireNonNull(arguments, "arguments");
    requireNonNull(preferences, "preferences");
  }

  @Override
  public int characters() {
    return arguments.characters();
  }
}

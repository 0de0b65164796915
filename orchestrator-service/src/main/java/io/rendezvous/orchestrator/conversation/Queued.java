package io.rendezvous.orchestrator.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.TurnId;

/** What waits for its turn; earlier versions queued prompts alone and did not say so. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = QueuedPrompt.class)
public sealed interface Queued permits QueuedPrompt, QueuedAction {
  TurnId turn();

  Preferences preferences();

  /** How much text waits. */
  int characters();
}

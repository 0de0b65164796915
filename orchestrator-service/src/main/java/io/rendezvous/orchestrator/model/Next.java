package io.rendezvous.orchestrator.model;

import java.time.Duration;

/** What follows a failed try. */
sealed interface Next {
  /** The same model after a pause. */
  record Again(Duration pause) implements Next {}

  /** The next model, if there is one. */
  record Another() implements Next {}

  /** Nobody. */
  record GiveUp() implements Next {}
}

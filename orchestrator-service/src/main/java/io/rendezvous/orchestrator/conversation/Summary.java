package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.personal.Personal;

/**
 * What is remembered of the messages that have left the window.
 *
 * @param through the number of the last of them
 */
public record Summary(Personal text, long through) {
  public Summary {
    requireNonNull(text, "text");
  }
}

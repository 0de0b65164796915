package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.rendezvous.common.personal.Personal;

/**
 * What is remembered of the messages that have left the window.
 *
 * @param through the number of the last of them
 * @param foreign whether text that other people wrote was among them
 */
public record Summary(
    Personal text, long through, @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign) {
  public Summary {
    requireNonNull(text, "text");
  }
}

package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * When a conversation that hears of nothing is to be told of the time.
 *
 * @param id what is over then: of a turn, or of an approval
 */
public record DueTime(Instant at, String id) {
  public DueTime {
    requireNonNull(at, "at");
    requireNonNull(id, "id");
  }
}

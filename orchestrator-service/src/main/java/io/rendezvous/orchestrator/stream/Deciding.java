package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.Decider;
import io.rendezvous.orchestrator.conversation.Evolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns commands into decisions, also where the decider fails on one. */
final class Deciding {
  private final Decider decider;

  Deciding(Decider decider) {
    this.decider = decider;
  }

  /** A decision and the conversation after it. */
  record Decided(Decision decision, Conversation after) {}

  /** What the command leads to, if anything. */
  Optional<Decided> decide(Conversation before, Command command, Instant now) {
    Instant at = before.timeAt(now);
    return decided(before, command, at, decider.decide(before, command, at));
  }

  /**
   * What is recorded where {@link #decide} has thrown, or has led to more than a record may hold.
   */
  Optional<Decided> contain(Conversation before, Command command, Instant now) {
    Instant at = before.timeAt(now);
    return decided(before, command, at, decider.contain(before, command, at));
  }

  private static Optional<Decided> decided(
      Conversation before, Command command, Instant at, List<Event> events) {
    if (events.isEmpty()) {
      return Optional.empty();
    }
    var numbered = new ArrayList<NumberedEvent>();
    for (Event event : events) {
      numbered.add(new NumberedEvent(before.nextSequence() + numbered.size(), event));
    }
    var decision = new Decision(before.owner(), command.conversation(), at, command, numbered);
    return Optional.of(new Decided(decision, Evolution.evolve(before, decision)));
  }
}

package io.rendezvous.history.projection;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.history.log.LoggedEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of conversations shows, and how far the tables have come with this one.
 *
 * @param lastSequence the last event that every table has
 * @param storedSequence the {@code lastSequence} of the item in the table; 0 where there is none
 * @param approvals those that the user was asked for and has not settled
 * @param events those about the conversation and no turn
 */
record Head(
    UserId user,
    ConversationId conversation,
    Instant createdAt,
    Instant lastActivityAt,
    long lastSequence,
    long storedSequence,
    @Nullable Personal title,
    @Nullable Personal systemPrompt,
    Map<String, Personal> metadata,
    Set<ApprovalId> approvals,
    PackedEvents events) {
  Head {
    metadata = Map.copyOf(metadata);
    approvals = Set.copyOf(approvals);
  }

  /** The head of a conversation that the tables do not know yet. */
  static Head before(LoggedDecision first) {
    return new Head(
        first.user(),
        first.conversation(),
        first.at(),
        first.at(),
        0,
        0,
        null,
        null,
        Map.of(),
        Set.of(),
        PackedEvents.NONE);
  }

  Head about(LoggedEvent event, Instant at) {
    if (event.event() instanceof Event.ApprovalRefused) {
      // A client may send any number of verdicts, and this is one item: the log alone keeps them.
      return this;
    }
    PackedEvents all = events.plus(PackedEvents.entry(event, at));
    return event.event() instanceof Event.ConversationCreated created
        ? new Head(
            user,
            conversation,
            createdAt,
            lastActivityAt,
            lastSequence,
            storedSequence,
            created.title(),
            created.systemPrompt(),
            created.metadata(),
            approvals,
            all)
        : with(lastActivityAt, lastSequence, storedSequence, approvals, all);
  }

  Head upTo(LoggedDecision decision) {
    return with(decision.at(), decision.lastSequence(), storedSequence, waiting(decision), events);
  }

  Head stored() {
    return with(lastActivityAt, lastSequence, lastSequence, approvals, events);
  }

  boolean isChanged() {
    return lastSequence != storedSequence;
  }

  private Set<ApprovalId> waiting(LoggedDecision decision) {
    var waiting = new HashSet<>(approvals);
    for (LoggedEvent logged : decision.events()) {
      switch (logged.event()) {
        case Event.ApprovalRequested requested -> waiting.add(requested.approval());
        case Event.ApprovalDecided decided -> waiting.remove(decided.approval());
        case Event.ApprovalWithdrawn withdrawn -> waiting.remove(withdrawn.approval());
        case Event.OfTurn _,
            Event.ConversationCreated _,
            Event.ApprovalRefused _,
            Event.Unrecognized _ -> {}
      }
    }
    return waiting;
  }

  private Head with(
      Instant activity, long last, long stored, Set<ApprovalId> waiting, PackedEvents all) {
    return new Head(
        user,
        conversation,
        createdAt,
        activity,
        last,
        stored,
        title,
        systemPrompt,
        metadata,
        waiting,
        all);
  }
}

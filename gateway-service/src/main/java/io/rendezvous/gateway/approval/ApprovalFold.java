package io.rendezvous.gateway.approval;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.gateway.message.ApprovalStatus;
import io.rendezvous.gateway.tail.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds a turn's events into its approvals. */
final class ApprovalFold {
  /** How an approval stands. */
  record Standing(Event.ApprovalRequested requested, ApprovalStatus status) {
    Standing settled(ApprovalStatus now) {
      return new Standing(requested, now);
    }
  }

  private final Map<ApprovalId, Standing> approvals = new LinkedHashMap<>();

  private ApprovalFold() {}

  /** The turn's approvals, in the order of asking. */
  static List<Standing> all(List<Entry> events) {
    var fold = new ApprovalFold();
    events.forEach(entry -> fold.see(entry.event()));
    return List.copyOf(fold.approvals.values());
  }

  static Optional<Standing> one(List<Entry> events, ApprovalId approval) {
    return all(events).stream()
        .filter(standing -> standing.requested().approval().equals(approval))
        .findFirst();
  }

  private void see(Event event) {
    switch (event) {
      case Event.ApprovalRequested requested ->
          approvals.putIfAbsent(
              requested.approval(), new Standing(requested, ApprovalStatus.PENDING));
      case Event.ApprovalDecided(var approval, _, var verdict) ->
          settle(approval, ApprovalStatus.of(verdict));
      case Event.ApprovalWithdrawn(var approval, _, var reason) ->
          settle(approval, ApprovalStatus.of(reason));
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ -> {}
    }
  }

  private void settle(ApprovalId approval, ApprovalStatus status) {
    approvals.computeIfPresent(approval, (_, standing) -> standing.settled(status));
  }
}

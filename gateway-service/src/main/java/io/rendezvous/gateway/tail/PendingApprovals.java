package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.UserId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The approvals that users were asked for and have not settled, as far as the tail knows. */
final class PendingApprovals {
  private final Map<UserId, Set<ApprovalId>> pending = new ConcurrentHashMap<>();

  void see(UserId user, Event event) {
    switch (event) {
      case Event.ApprovalRequested requested ->
          pending.merge(user, Set.of(requested.approval()), PendingApprovals::union);
      case Event.ApprovalDecided decided -> settle(user, decided.approval());
      case Event.ApprovalWithdrawn withdrawn -> settle(user, withdrawn.approval());
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ -> {}
    }
  }

  private void settle(UserId user, ApprovalId approval) {
    pending.computeIfPresent(
        user,
        (_, approvals) -> {
          var rest = new HashSet<>(approvals);
          rest.remove(approval);
          return rest.isEmpty() ? null : Set.copyOf(rest);
        });
  }

  private static Set<ApprovalId> union(Set<ApprovalId> some, Set<ApprovalId> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

  Set<ApprovalId> of(UserId user) {
    return pending.getOrDefault(user, Set.of());
  }
}

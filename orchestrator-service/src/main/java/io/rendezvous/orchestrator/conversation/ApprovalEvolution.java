package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ApprovalRequested;
import io.rendezvous.common.event.Event.ApprovalWithdrawn;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.orchestrator.conversation.KnownApproval.Standing;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How approvals change a conversation. */
final class ApprovalEvolution {
  private ApprovalEvolution() {}

  static Conversation request(Conversation before, ApprovalRequested requested) {
    var known = new KnownApproval(requested.approval(), requested.expiresAt(), Standing.AWAITED);
    Conversation after =
        before.withApprovals(
            remembered(
                Stream.concat(before.approvals().stream(), Stream.of(known)).toList(), before));
    return after.phase() instanceof AwaitingTools tools
        ? after.with(tools.with(tools.turn().waitingUntil(requested.expiresAt())))
        : after;
  }

  static Conversation decide(Conversation before, ApprovalDecided decided) {
    return settle(
        before,
        decided.approval(),
        decided.verdict() == Verdict.APPROVE ? Standing.APPROVED : Standing.REJECTED);
  }

  static Conversation withdraw(Conversation before, ApprovalWithdrawn withdrawn) {
    return settle(
        before,
        withdrawn.approval(),
        withdrawn.reason() == WithdrawalReason.EXPIRED ? Standing.EXPIRED : Standing.WITHDRAWN);
  }

  private static Conversation settle(Conversation before, ApprovalId approval, Standing standing) {
    Conversation after =
        before.withApprovals(
            before.approvals().stream()
                .map(known -> known.approval().equals(approval) ? known.with(standing) : known)
                .toList());
    return after.awaitedApprovals().isEmpty() && after.phase() instanceof AwaitingTools tools
        ? after.with(tools.with(tools.turn().goingOn(after.time())))
        : after;
  }

  /** One whose call has not reported stays: its call may be asked for an approval again. */
  private static List<KnownApproval> remembered(
      List<KnownApproval> approvals, Conversation conversation) {
    var kept = new ArrayList<KnownApproval>();
    int spare = approvals.size() - KnownApproval.MOST;
    for (KnownApproval known : approvals) {
      if (spare > 0 && !isOpen(known, conversation)) {
        spare--;
      } else {
        kept.add(known);
      }
    }
    return kept;
  }

  private static boolean isOpen(KnownApproval known, Conversation conversation) {
    return Stream.concat(conversation.phase().calls().stream(), conversation.owed().stream())
        .anyMatch(open -> open.call().equals(known.approval().call()));
  }
}

package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Report.ApprovalExpired;
import io.rendezvous.common.command.Report.ApprovalNeeded;
import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.ApprovalRefusal;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ApprovalRefused;
import io.rendezvous.common.event.Event.ApprovalRequested;
import io.rendezvous.common.event.Event.ApprovalWithdrawn;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of tool calls that wait for their user. */
final class Approvals {
  private final Limits limits;
  private final Turns turns;

  Approvals(Limits limits, Turns turns) {
    this.limits = limits;
    this.turns = turns;
  }

  /**
   * The call goes on waiting, now for its user; where its turn has ended nobody can approve it any
   * more.
   */
  void need(Draft draft, ApprovalNeeded report) {
    Conversation state = draft.state();
    ApprovalId approval = ApprovalId.of(report.call());
    if (state.approval(approval).isPresent()) {
      return;
    }
    Optional<OpenCall> open =
        state.phase() instanceof AwaitingTools tools
            ? OpenCall.find(tools.open(), report.call(), report.ask())
            : Optional.empty();
    open.ifPresent(call -> request(draft, call, report));
    OpenCall.find(state.owed(), report.call(), report.ask())
        .ifPresent(
            call -> {
              draft.add(expired(call, true));
              turns.afterLateReport(draft);
            });
  }

  private void request(Draft draft, OpenCall call, ApprovalNeeded report) {
    if (call.arguments() == null) {
      refuse(draft, call, ToolFailure.INVALID_ARGUMENTS);
    } else {
      draft.add(
          new ApprovalRequested(
              ApprovalId.of(call.call()),
              call.call(),
              call.ask(),
              call.name(),
              report.summary(),
              expiry(report, draft.state().time())));
    }
  }

  /** Timers know no smaller unit than milliseconds. */
  private Instant expiry(ApprovalNeeded report, Instant now) {
    Instant latest = now.plus(limits.approvalTime());
    return (report.expiresAt().isBefore(latest) ? report.expiresAt() : latest)
        .truncatedTo(ChronoUnit.MILLIS);
  }

  void decide(Draft draft, DecideApproval request) {
    Optional<KnownApproval> known = draft.state().approval(request.approval());
    switch (known.map(KnownApproval::standing).orElse(null)) {
      case null -> refuse(draft, request, ApprovalRefusal.UNKNOWN, null);
      case AWAITED -> settle(draft, known.orElseThrow(), request);
      case APPROVED -> refuse(draft, request, ApprovalRefusal.ALREADY_DECIDED, Verdict.APPROVE);
      case REJECTED -> refuse(draft, request, ApprovalRefusal.ALREADY_DECIDED, Verdict.REJECT);
      case EXPIRED -> refuse(draft, request, ApprovalRefusal.EXPIRED, null);
      case WITHDRAWN -> refuse(draft, request, ApprovalRefusal.WITHDRAWN, null);
    }
  }

  private static void refuse(
      Draft draft, DecideApproval request, ApprovalRefusal reason, @Nullable Verdict earlier) {
    draft.add(new ApprovalRefused(request.approval(), reason, earlier));
  }

  private void settle(Draft draft, KnownApproval known, DecideApproval request) {
    if (draft.state().time().isAfter(known.expiresAt())) {
      refuse(draft, request, ApprovalRefusal.EXPIRED, null);
      return;
    }
    OpenCall call = waiting(draft.state(), known);
    draft.add(new ApprovalDecided(known.approval(), call.call(), request.verdict()));
    if (request.verdict() == Verdict.REJECT) {
      refuse(draft, call, ToolFailure.REJECTED);
    }
  }

  void expire(Draft draft, ApprovalExpired report) {
    draft
        .state()
        .approval(report.approval())
        .filter(KnownApproval::isAwaited)
        .filter(known -> !known.expiresAt().isAfter(draft.state().time()))
        .ifPresent(
            known -> {
              OpenCall call = waiting(draft.state(), known);
              draft.add(withdrawn(known, WithdrawalReason.EXPIRED));
              refuse(draft, call, ToolFailure.EXPIRED);
            });
  }

  private void refuse(Draft draft, OpenCall call, ToolFailure reason) {
    draft.add(new ToolRefused(call.call(), call.ask(), call.name(), reason, null, false));
    turns.afterReport(draft, false);
  }

  /** A call that came to its end is not waited for by its user. */
  static void withdrawChanged(Draft draft, OpenCall call) {
    draft
        .state()
        .approval(ApprovalId.of(call.call()))
        .filter(KnownApproval::isAwaited)
        .ifPresent(known -> draft.add(withdrawn(known, WithdrawalReason.CHANGED)));
  }

  /** Before a turn ends: what waits for its user will never be carried out, so it is not owed. */
  static void withdrawAll(Draft draft) {
    for (KnownApproval known : draft.state().awaitedApprovals()) {
      OpenCall call = waiting(draft.state(), known);
      draft.add(withdrawn(known, WithdrawalReason.TURN_ENDED));
      draft.add(expired(call, false));
    }
  }

  private static ApprovalWithdrawn withdrawn(KnownApproval known, WithdrawalReason reason) {
    return new ApprovalWithdrawn(known.approval(), known.approval().call(), reason);
  }

  private static ToolRefused expired(OpenCall call, boolean late) {
    return new ToolRefused(call.call(), call.ask(), call.name(), ToolFailure.EXPIRED, null, late);
  }

  private static OpenCall waiting(Conversation state, KnownApproval known) {
    return OpenCall.find(state.phase().calls(), known.approval().call()).orElseThrow();
  }
}

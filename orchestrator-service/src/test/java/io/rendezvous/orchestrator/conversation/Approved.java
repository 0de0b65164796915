package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.SimulationTest.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ApprovalRequested;
import io.rendezvous.common.event.Event.ApprovalWithdrawn;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.tool.ToolCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What must hold of approvals, whatever happens. */
final class Approved {
  private Approved() {}

  static void check(Simulation world, List<Event> events) {
    List<ApprovalId> approved =
        events.stream()
            .filter(ApprovalDecided.class::isInstance)
            .map(ApprovalDecided.class::cast)
            .filter(decided -> decided.verdict() == Verdict.APPROVE)
            .map(ApprovalDecided::approval)
            .toList();
    assertThat(
            Stream.concat(
                of(events, ApprovalDecided.class, ApprovalDecided::approval).stream(),
                of(events, ApprovalWithdrawn.class, ApprovalWithdrawn::approval).stream()))
        .as("every approval that is requested is decided or withdrawn, once")
        .containsExactlyInAnyOrderElementsOf(
            of(events, ApprovalRequested.class, ApprovalRequested::approval));
    inTime(world);
    assertThat(world.everyToolCall().stream().map(ToolCall::approval).filter(Objects::nonNull))
        .as("a call is sent as approved once for each approval that was given")
        .containsExactlyElementsOf(approved);
    assertThat(world.calendar().stream().filter(Simulation::needsApproval).map(ApprovalId::of))
        .as("nothing that needs approval is done without")
        .isSubsetOf(approved);
  }

  private static void inTime(Simulation world) {
    var expiries = new HashMap<ApprovalId, Instant>();
    for (Decision decision : world.log()) {
      for (NumberedEvent numbered : decision.events()) {
        switch (numbered.event()) {
          case ApprovalRequested requested ->
              expiries.put(requested.approval(), requested.expiresAt());
          case ApprovalDecided decided ->
              assertThat(decision.at())
                  .as("no verdict is taken too late")
                  .isBeforeOrEqualTo(expiries.get(decided.approval()));
          case ApprovalWithdrawn withdrawn when withdrawn.reason() == WithdrawalReason.EXPIRED ->
              assertThat(decision.at())
                  .as("no approval expires too early")
                  .isAfterOrEqualTo(expiries.get(withdrawn.approval()));
          default -> {}
        }
      }
    }
  }
}

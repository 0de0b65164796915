package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import java.util.Optional;

/** What becomes of what a tool reports. */
final class ToolReports {
  private final Turns turns;

  ToolReports(Turns turns) {
    this.turns = turns;
  }

  void finish(Draft draft, ToolFinished report) {
    OpenReport.find(draft.state(), report.call(), report.ask())
        .ifPresent(
            open -> {
              Approvals.withdrawChanged(draft, open.call());
              draft.add(
                  new ToolSucceeded(
                      report.call(),
                      report.ask(),
                      open.call().name(),
                      report.result(),
                      report.receipt(),
                      open.late(),
                      report.foreign()));
              goOn(draft, open, true);
            });
  }

  void refuse(Draft draft, ToolFailed report) {
    OpenReport.find(draft.state(), report.call(), report.ask())
        .ifPresent(
            open -> {
              Approvals.withdrawChanged(draft, open.call());
              draft.add(
                  new ToolRefused(
                      report.call(),
                      report.ask(),
                      open.call().name(),
                      report.reason(),
                      report.message(),
                      open.late(),
                      report.foreign()));
              goOn(draft, open, false);
            });
  }

  private void goOn(Draft draft, OpenReport open, boolean succeeded) {
    if (open.late()) {
      turns.afterLateReport(draft);
    } else {
      turns.afterReport(draft, succeeded);
    }
  }

  /**
   * A call that somebody still wants to hear of: the running turn, or, late, the log and what
   * undoes an ended one.
   */
  private record OpenReport(OpenCall call, boolean late) {
    static Optional<OpenReport> find(Conversation conversation, CallId call, AskId ask) {
      return OpenCall.find(conversation.phase().calls(), call, ask)
          .map(open -> new OpenReport(open, !conversation.isRunning(call.turn())))
          .or(
              () ->
                  OpenCall.find(conversation.owed(), call, ask)
                      .map(open -> new OpenReport(open, true)));
    }
  }
}

package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import java.util.List;
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
              draft.add(
                  new ToolSucceeded(
                      report.call(),
                      report.ask(),
                      open.call().name(),
                      report.result(),
                      report.receipt(),
                      open.late()));
              continueUnlessLate(draft, open);
            });
  }

  void refuse(Draft draft, ToolFailed report) {
    OpenReport.find(draft.state(), report.call(), report.ask())
        .ifPresent(
            open -> {
              draft.add(
                  new ToolRefused(
                      report.call(),
                      report.ask(),
                      open.call().name(),
                      report.reason(),
                      report.message(),
                      open.late()));
              continueUnlessLate(draft, open);
            });
  }

  private void continueUnlessLate(Draft draft, OpenReport open) {
    if (!open.late()) {
      turns.askWhenAllAnswered(draft);
    }
  }

  /** A call that somebody still wants to hear of: the running turn, or, late, the log alone. */
  private record OpenReport(OpenCall call, boolean late) {
    static Optional<OpenReport> find(Conversation conversation, CallId call, AskId ask) {
      List<OpenCall> awaited =
          conversation.phase() instanceof AwaitingTools tools ? tools.open() : List.of();
      return OpenCall.find(awaited, call, ask)
          .map(open -> new OpenReport(open, false))
          .or(
              () ->
                  OpenCall.find(conversation.owed(), call, ask)
                      .map(open -> new OpenReport(open, true)));
    }
  }
}

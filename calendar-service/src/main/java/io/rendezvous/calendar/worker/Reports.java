package io.rendezvous.calendar.worker;

import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.approval.ApprovalAsk;
import io.rendezvous.calendar.tool.CalendarTools;
import io.rendezvous.calendar.tool.Failures;
import io.rendezvous.calendar.tool.ToolAnswer;
import io.rendezvous.calendar.tool.ToolOutcome;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ApprovalNeeded;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.wire.Json;

/** Reports of calls, with what the model is told sealed for the call's user. */
final class Reports {
  private final CalendarTools tools;
  private final Vault vault;

  Reports(CalendarTools tools, Vault vault) {
    this.tools = tools;
    this.vault = vault;
  }

  Report finished(ToolCall call, ToolAnswer answer) {
    return new ToolFinished(
        call.user(),
        call.call(),
        call.ask(),
        seal(call, answer.result()),
        answer.receipt(),
        answer.isForeign());
  }

  Report recalled(ToolCall call, Effect effect) {
    return finished(call, tools.recall(call, effect));
  }

  Report needsApproval(ToolCall call, ApprovalAsk ask) {
    Personal summary = vault.seal(call.user(), Json.MAPPER.writeValueAsString(ask.summary()));
    return new ApprovalNeeded(call.user(), call.call(), call.ask(), summary, ask.expiresAt());
  }

  Report failed(ToolCall call, ToolOutcome.Refused refused) {
    return new ToolFailed(
        call.user(),
        call.call(),
        call.ask(),
        Failures.reason(refused.failure()),
        seal(call, refused.told()),
        refused.isForeign());
  }

  Report failed(ToolCall call, ToolFailure reason) {
    return new ToolFailed(
        call.user(), call.call(), call.ask(), reason, seal(call, Failures.told(reason)));
  }

  /** For a user whose key is gone: sealing would make another. */
  Report failedWordless(ToolCall call) {
    return new ToolFailed(call.user(), call.call(), call.ask(), ToolFailure.INTERNAL, null);
  }

  private Personal seal(ToolCall call, CalendarResult result) {
    return vault.seal(call.user(), tools.json(result));
  }
}

package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.approval.ApprovalAsk;
import io.rendezvous.common.calendar.CalendarResult;

/** What became of a tool call. */
public sealed interface ToolOutcome {
  /** It is done. */
  record Answered(ToolAnswer answer) implements ToolOutcome {}

  /** Its user is to be asked first; nothing is done. */
  record NeedsApproval(ApprovalAsk ask) implements ToolOutcome {}

  /** It was not done; {@code told} is what the model reads. */
  record Refused(CalendarFailure failure, CalendarResult told) implements ToolOutcome {
    /** Whether the model reads what other people wrote. */
    public boolean isForeign() {
      return Foreign.isIn(told);
    }
  }
}

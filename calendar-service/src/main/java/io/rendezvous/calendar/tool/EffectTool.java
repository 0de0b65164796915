package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.tool.ToolCall;

/** A tool that changes a calendar: it says what it is about to do before it does it. */
interface EffectTool {
  /** As in the catalogue. */
  String name();

  /**
   * What the call is about to do; nothing is done by asking.
   *
   * @param arguments the call's, opened: JSON as it was written, not checked by anyone
   */
  Outcome<Intent> intent(ToolCall call, String arguments);
}

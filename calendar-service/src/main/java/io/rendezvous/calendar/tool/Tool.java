package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.tool.ToolCall;

/** One tool of the catalogue. */
interface Tool {
  /** As in the catalogue. */
  String name();

  /**
   * Carries out a call.
   *
   * @param arguments the call's, opened: JSON as the model wrote it, not checked by anyone
   */
  Outcome<ToolAnswer> run(ToolCall call, String arguments);
}

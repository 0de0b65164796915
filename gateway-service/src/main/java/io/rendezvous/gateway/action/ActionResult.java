package io.rendezvous.gateway.action;

import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolFailure;
import org.jspecify.annotations.Nullable;

/** What came of a user's own action. */
public sealed interface ActionResult {
  TurnId turn();

  /** It is done; {@code result} is what the tool tells. */
  record Done(TurnId turn, String result, @Nullable Receipt receipt) implements ActionResult {}

  /** Its tool did not do it; {@code detail} says why, where it says anything. */
  record Refused(TurnId turn, ToolFailure reason, @Nullable String detail)
      implements ActionResult {}

  /** Its turn ended without a word of the tool. */
  record Ended(TurnId turn, TurnEndReason reason) implements ActionResult {}

  /** It is in the log and goes on. */
  record Pending(TurnId turn) implements ActionResult {}
}

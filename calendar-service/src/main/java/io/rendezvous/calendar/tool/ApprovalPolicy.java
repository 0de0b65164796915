package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.Capabilities;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Notify;
import io.rendezvous.common.calendar.ApprovalSummary.Reason;
import io.rendezvous.common.command.Confirmation;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When users are asked before a tool does something: as they chose, and always where a model has
 * read what others wrote. What they do themselves, and what the decider takes back, is not asked
 * about.
 */
final class ApprovalPolicy {
  private ApprovalPolicy() {}

  /** Whether a look at the event can make a difference. */
  static boolean isOpen(ToolCall call) {
    return isAsked(call) && call.preferences().confirmation() != Confirmation.NEVER;
  }

  /** Why the user is asked, as far as the event has nothing to do with it. */
  static List<Reason> reasons(ToolCall call) {
    var reasons = new ArrayList<Reason>();
    if (isAsked(call)) {
      if (call.preferences().confirmation() == Confirmation.ALWAYS) {
        reasons.add(Reason.ALWAYS);
      }
      if (call.origin() == Origin.INFLUENCED) {
        reasons.add(Reason.INFLUENCED);
      }
    }
    return reasons;
  }

  /** Whether other people would see it: then users want to be asked who said nothing. */
  static boolean reachesOthers(
      Capabilities provider,
      Notify notify,
      Optional<CalendarEvent> before,
      Optional<EventContent> after) {
    if (before.map(event -> event.facts().byOthers()).orElse(false)) {
      return true;
    }
    boolean people =
        before.map(event -> !event.text().attendees().isEmpty()).orElse(false)
            || after.map(content -> !content.text().attendees().isEmpty()).orElse(false);
    return people && (provider.invitations() || notify == Notify.ATTENDEES);
  }

  private static boolean isAsked(ToolCall call) {
    return call.origin() == Origin.MODEL || call.origin() == Origin.INFLUENCED;
  }
}

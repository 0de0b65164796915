package io.rendezvous.history.projection;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.history.log.LoggedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * An item of {@code tool-executions}: the tool calls of one turn, in the order in which they were
 * asked for.
 *
 * @param storedSequence the {@code lastSequence} of the item in the table; 0 where there is none
 */
record Executions(
    TurnId turn,
    UserId user,
    long lastSequence,
    long storedSequence,
    SequencedMap<CallId, Execution> calls) {

  /** What one item holds; calls of a turn beyond are with its events alone. */
  static final int MAX_CALLS = 2_000;

  Executions {
    calls = new LinkedHashMap<>(calls);
  }

  static Executions none(TurnId turn, UserId user) {
    return new Executions(turn, user, 0, 0, new LinkedHashMap<>());
  }

  static boolean concerns(Event event) {
    return event instanceof ToolAsked
        || event instanceof ToolSucceeded
        || event instanceof ToolRefused;
  }

  Executions plus(LoggedEvent logged, Instant at) {
    return switch (logged.event()) {
      case ToolAsked asked -> with(logged, Execution.of(asked, at));
      case ToolSucceeded done -> with(logged, Execution.of(calls.get(done.call()), done, at));
      case ToolRefused refused ->
          with(logged, Execution.of(calls.get(refused.call()), refused, at));
      case Event.ConversationCreated _,
          Event.PromptAccepted _,
          Event.PromptRefused _,
          Event.TurnStarted _,
          Event.ModelAsked _,
          Event.ModelResponded _,
          Event.ModelGaveUp _,
          Event.ModelSettled _,
          Event.SummaryAsked _,
          Event.SummaryMade _,
          Event.TurnEnded _,
          Event.ActionAccepted _,
          Event.ApprovalRequested _,
          Event.ApprovalDecided _,
          Event.ApprovalWithdrawn _,
          Event.ApprovalRefused _,
          Event.CalendarChanged _,
          Event.RollbackStarted _,
          Event.RollbackGaveUp _,
          Event.Unrecognized _ ->
          this;
    };
  }

  private Executions with(LoggedEvent logged, Execution execution) {
    var more = new LinkedHashMap<>(calls);
    if (more.containsKey(execution.call()) || more.size() < MAX_CALLS) {
      more.put(execution.call(), execution);
    }
    return new Executions(turn, user, logged.sequence(), storedSequence, more);
  }

  Executions stored() {
    return new Executions(turn, user, lastSequence, lastSequence, calls);
  }

  boolean isChanged() {
    return lastSequence != storedSequence;
  }
}

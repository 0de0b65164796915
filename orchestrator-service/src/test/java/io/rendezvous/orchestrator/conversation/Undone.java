package io.rendezvous.orchestrator.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnStarted;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of rollbacks, in the order of the log. */
final class Undone {
  private final Set<CallId> open = new HashSet<>();
  private @Nullable RollbackStarted rollback;

  private Undone() {}

  static void check(List<Event> events) {
    var undone = new Undone();
    events.forEach(undone::see);
    assertThat(undone.rollback).as("every rollback comes to an end").isNull();
  }

  private void see(Event event) {
    switch (event) {
      case RollbackStarted started -> rollback = started;
      case ToolAsked asked -> {
        if (asked.name().equals(ToolCatalogue.UNDO_TURN)) {
          undo(asked);
        }
        open.add(asked.call());
      }
      case ToolSucceeded done -> report(done.call());
      case ToolRefused refused -> report(refused.call());
      case RollbackGaveUp _ -> rollback = null;
      case TurnStarted started ->
          assertThat(rollback).as("no turn starts while another is undone: " + started).isNull();
      default -> {}
    }
  }

  private void undo(ToolAsked asked) {
    assertThat(rollback).as("only what is rolled back is undone").isNotNull();
    assertThat(asked.turn()).isEqualTo(rollback.turn());
    assertThat(asked.call()).isEqualTo(rollback.undo());
    assertThat(open)
        .as("it is undone when all its calls have reported")
        .noneMatch(call -> call.turn().equals(asked.turn()));
  }

  private void report(CallId call) {
    open.remove(call);
    if (rollback != null && rollback.undo().equals(call)) {
      rollback = null;
    }
  }
}

package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.SimulationTest.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ActionAccepted;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of who is said to be behind a call. */
final class Provenance {
  private Provenance() {}

  static void check(Simulation world, List<Event> events) {
    Set<TurnId> actions = new HashSet<>(of(events, ActionAccepted.class, ActionAccepted::turn));
    Set<AskId> influenced = influenced(world, events);
    for (ToolCall call : world.everyToolCall()) {
      if (call.name().equals(ToolCatalogue.UNDO_TURN)) {
        assertThat(call.origin()).isEqualTo(Origin.ROLLBACK);
        assertThat(call.arguments()).isNull();
        continue;
      }
      assertThat(call.arguments()).isNotNull();
      if (actions.contains(call.call().turn())) {
        assertThat(call.origin()).isEqualTo(Origin.USER);
      } else if (influenced.contains(call.ask())) {
        assertThat(call.origin()).isEqualTo(Origin.INFLUENCED);
      } else {
        assertThat(call.origin()).isIn(Origin.MODEL, Origin.INFLUENCED);
      }
    }
    assertThat(world.everyModelCall())
        .as("models are not shown what the user does herself")
        .noneMatch(
            call ->
                call.messages().stream()
                    .anyMatch(
                        it ->
                            actions.contains(it.turn())
                                && !(it instanceof ChatMessage.TurnUndone)));
  }

  /** The asks that show a model what others wrote: by the log, not by what the state says of it. */
  private static Set<AskId> influenced(Simulation world, List<Event> events) {
    Set<CallId> foreign =
        events.stream()
            .filter(ToolSucceeded.class::isInstance)
            .map(ToolSucceeded.class::cast)
            .filter(ToolSucceeded::foreign)
            .map(ToolSucceeded::call)
            .collect(Collectors.toSet());
    return world.everyModelCall().stream()
        .filter(call -> call.messages().stream().anyMatch(it -> isAnswerOf(foreign, it)))
        .map(ModelCall::ask)
        .collect(Collectors.toSet());
  }

  private static boolean isAnswerOf(Set<CallId> calls, ChatMessage message) {
    return message instanceof ToolAnswered answer
        && answer.result() != null
        && calls.contains(answer.call());
  }
}

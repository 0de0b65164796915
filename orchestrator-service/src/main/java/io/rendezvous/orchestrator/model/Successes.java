package io.rendezvous.orchestrator.model;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.check.Success;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What was done, as far as an answer may say so: in its turn, or in one that was broken off before
 * the user was told.
 *
 * @param opening opens the calls of a message
 */
record Successes(ModelCall call, Function<AssistantSaid, List<ModelToolCall>> opening) {

  /** Null where a part of the turn has left the context. */
  @Nullable Set<Success> known() {
    boolean whole =
        call.round() == 1
            || all(AssistantSaid.class)
                .anyMatch(said -> said.turn().equals(call.turn()) && said.round() == 1);
    return whole ? Stream.concat(done(), undone()).collect(Collectors.toSet()) : null;
  }

  private Stream<Success> done() {
    Set<TurnId> told = told();
    Set<CallId> telling = telling();
    return all(ToolAnswered.class)
        .filter(answer -> answer.turn().equals(call.turn()) || !told.contains(answer.turn()))
        .filter(answer -> answer.result() != null && answer.failure() == null)
        .map(answer -> new Success(answer.name(), telling.contains(answer.call())));
  }

  private Stream<Success> undone() {
    return all(TurnUndone.class)
        .filter(undone -> undone.result() != null && undone.failure() == null)
        .map(_ -> new Success(ToolCatalogue.UNDO_TURN, false));
  }

  /** The turns that ended with an answer. */
  private Set<TurnId> told() {
    return all(AssistantSaid.class)
        .filter(said -> said.text() != null && said.calls().isEmpty())
        .map(AssistantSaid::turn)
        .collect(Collectors.toSet());
  }

  /** The calls that asked to tell the attendees. */
  private Set<CallId> telling() {
    return all(AssistantSaid.class)
        .flatMap(said -> opening.apply(said).stream())
        .filter(Successes::tells)
        .map(ModelToolCall::id)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static boolean tells(ModelToolCall call) {
    try {
      return Json.MAPPER.readTree(call.arguments()).path("notifyAttendees").asBoolean(false);
    } catch (JacksonException unreadable) {
      return false;
    }
  }

  private <T> Stream<T> all(Class<T> kind) {
    return call.messages().stream().filter(kind::isInstance).map(kind::cast);
  }
}

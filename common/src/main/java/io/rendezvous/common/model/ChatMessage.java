package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolFailure;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One piece of the context that a model is shown. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ChatMessage {
  TurnId turn();

  /** How much of a record's limit this takes, in bytes. */
  int size();

  @JsonTypeName("user")
  record UserSaid(TurnId turn, Personal text) implements ChatMessage {
    public UserSaid {
      requireNonNull(turn, "turn");
      requireNonNull(text, "text");
    }

    @Override
    public int size() {
      return 128 + text.size();
    }
  }

  /** The call at place i has the id {@code CallId.of(turn, round, i)}. */
  @JsonTypeName("assistant")
  record AssistantSaid(TurnId turn, int round, @Nullable Personal text, List<ToolRequest> calls)
      implements ChatMessage {
    public AssistantSaid {
      requireNonNull(turn, "turn");
      calls = List.copyOf(calls);
    }

    /** The ids of its calls, in their order. */
    public List<CallId> callIds() {
      return IntStream.range(0, calls.size())
          .mapToObj(place -> CallId.of(turn, round, place))
          .toList();
    }

    @Override
    public int size() {
      return 128
          + (text == null ? 0 : text.size())
          + calls.stream()
              .mapToInt(call -> 64 + call.name().length() + call.arguments().size())
              .sum();
    }
  }

  /**
   * What a tool call came to.
   *
   * @param result what the model is told; null where nothing is known, since the turn ended before
   * @param failure why it had no effect; null where it succeeded or nothing is known
   */
  @JsonTypeName("tool")
  record ToolAnswered(
      CallId call, String name, @Nullable Personal result, @Nullable ToolFailure failure)
      implements ChatMessage {
    public ToolAnswered {
      requireNonNull(call, "call");
      requireNonNull(name, "name");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }

    @Override
    public int size() {
      return 192 + name.length() + (result == null ? 0 : result.size());
    }
  }
}

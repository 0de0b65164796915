package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
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

  /** Whether it holds, or may repeat, text that other people wrote. */
  default boolean foreign() {
    return false;
  }

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

  /**
   * The call at place i has the id {@code CallId.of(turn, round, i)}.
   *
   * @param influenced whether the model had read text that other people wrote
   */
  @JsonTypeName("assistant")
  record AssistantSaid(
      TurnId turn,
      int round,
      @Nullable Personal text,
      List<ToolRequest> calls,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean influenced)
      implements ChatMessage {
    /** What a model said that had read its user's text and ours alone. */
    public AssistantSaid(TurnId turn, int round, @Nullable Personal text, List<ToolRequest> calls) {
      this(turn, round, text, calls, false);
    }

    public AssistantSaid {
      requireNonNull(turn, "turn");
      calls = List.copyOf(calls);
    }

    @Override
    public boolean foreign() {
      return influenced;
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
   * @param foreign whether the result holds text that other people wrote
   */
  @JsonTypeName("tool")
  record ToolAnswered(
      CallId call,
      String name,
      @Nullable Personal result,
      @Nullable ToolFailure failure,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign)
      implements ChatMessage {
    /** A result that holds nothing that others wrote. */
    public ToolAnswered(
        CallId call, String name, @Nullable Personal result, @Nullable ToolFailure failure) {
      this(call, name, result, failure, false);
    }

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

  /**
   * What a turn had done was to be undone; stands after that turn's messages.
   *
   * @param result what was undone and what was kept, JSON inside; null where nothing is known
   * @param failure why nothing was; null where something was
   * @param foreign whether the result holds text that other people wrote
   */
  @JsonTypeName("undone")
  record TurnUndone(
      CallId call,
      @Nullable Personal result,
      @Nullable ToolFailure failure,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign)
      implements ChatMessage {
    public TurnUndone {
      requireNonNull(call, "call");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }

    @Override
    public int size() {
      return 192 + (result == null ? 0 : result.size());
    }
  }
}

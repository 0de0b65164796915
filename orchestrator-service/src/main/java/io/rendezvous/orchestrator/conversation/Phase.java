package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.tool.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a conversation waits for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "phase")
public sealed interface Phase {

  /** Waits for a prompt. */
  @JsonTypeName("idle")
  record Idle() implements Phase {}

  /** A turn runs. */
  sealed interface Running extends Phase {
    Turn turn();

    int round();
  }

  /** A turn asks nobody: not yet, or not any more; lasts no longer than a decision. */
  @JsonTypeName("started")
  record Started(Turn turn) implements Running {
    public Started {
      requireNonNull(turn, "turn");
    }

    @Override
    public int round() {
      return 0;
    }
  }

  /**
   * Waits for the model's answer to one ask.
   *
   * @param steering what its user has said since, which comes after the answer
   * @param influenced whether it was shown text that other people wrote
   */
  @JsonTypeName("model")
  record AwaitingModel(
      Turn turn,
      int round,
      AskId ask,
      List<UserSaid> steering,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean influenced)
      implements Running {
    public AwaitingModel {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      // Earlier versions did not know it.
      steering = List.copyOf(requireNonNullElse(steering, List.of()));
    }

    AwaitingModel with(UserSaid said) {
      return new AwaitingModel(
          turn, round, ask, Stream.concat(steering.stream(), Stream.of(said)).toList(), influenced);
    }
  }

  /**
   * Waits for the tools that the answer to one ask wanted called, or for that of an action; {@code
   * open} are those without a report.
   *
   * @param influenced whether the model that called them was shown text that other people wrote
   */
  @JsonTypeName("tools")
  record AwaitingTools(
      Turn turn,
      int round,
      AskId ask,
      List<OpenCall> open,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean influenced)
      implements Running {
    public AwaitingTools {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      open = List.copyOf(open);
    }

    AwaitingTools with(OpenCall call) {
      return new AwaitingTools(
          turn.calling(call.name()), round, ask, OpenCall.plus(open, call), influenced);
    }

    AwaitingTools without(CallId call) {
      return new AwaitingTools(turn, round, ask, OpenCall.minus(open, call), influenced);
    }

    AwaitingTools with(Turn changed) {
      return new AwaitingTools(changed, round, ask, open, influenced);
    }

    /** Who is behind the calls. */
    Origin origin() {
      if (turn.action()) {
        return Origin.USER;
      }
      return influenced ? Origin.INFLUENCED : Origin.MODEL;
    }
  }

  /**
   * Waits until what an ended turn has done is undone: for all its calls first, then for the one
   * that undoes them.
   *
   * @param undo the id of that one
   * @param deadline when it is not waited for any more
   * @param asked that one, once it is called
   */
  @JsonTypeName("rolling-back")
  record RollingBack(
      TurnId turn, CallId undo, Preferences preferences, Instant deadline, @Nullable OpenCall asked)
      implements Phase {
    public RollingBack {
      requireNonNull(turn, "turn");
      requireNonNull(undo, "undo");
      requireNonNull(preferences, "preferences");
      requireNonNull(deadline, "deadline");
    }

    RollingBack with(OpenCall call) {
      return new RollingBack(turn, undo, preferences, deadline, call);
    }
  }

  default Optional<Turn> running() {
    return this instanceof Running running ? Optional.of(running.turn()) : Optional.empty();
  }

  /** The calls that are waited for. */
  default List<OpenCall> calls() {
    return switch (this) {
      case AwaitingTools tools -> tools.open();
      case RollingBack(_, _, _, _, var asked) when asked != null -> List.of(asked);
      case Idle _, Started _, AwaitingModel _, RollingBack _ -> List.of();
    };
  }
}

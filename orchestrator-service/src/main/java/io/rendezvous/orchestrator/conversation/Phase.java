package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
   */
  @JsonTypeName("model")
  record AwaitingModel(Turn turn, int round, AskId ask, List<UserSaid> steering)
      implements Running {
    public AwaitingModel {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      // Earlier versions did not know it.
      steering = List.copyOf(requireNonNullElse(steering, List.of()));
    }

    AwaitingModel with(UserSaid said) {
      return new AwaitingModel(
          turn, round, ask, Stream.concat(steering.stream(), Stream.of(said)).toList());
    }
  }

  /**
   * Waits for the tools that the answer to one ask wanted called; {@code open} are those without a
   * report.
   */
  @JsonTypeName("tools")
  record AwaitingTools(Turn turn, int round, AskId ask, List<OpenCall> open) implements Running {
    public AwaitingTools {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      open = List.copyOf(open);
    }

    AwaitingTools with(OpenCall call) {
      return new AwaitingTools(turn, round, ask, OpenCall.plus(open, call));
    }

    AwaitingTools without(CallId call) {
      return new AwaitingTools(turn, round, ask, OpenCall.minus(open, call));
    }

    AwaitingTools with(Outcomes outcomes) {
      return new AwaitingTools(turn.with(outcomes), round, ask, open);
    }
  }

  default Optional<Turn> running() {
    return this instanceof Running running ? Optional.of(running.turn()) : Optional.empty();
  }
}

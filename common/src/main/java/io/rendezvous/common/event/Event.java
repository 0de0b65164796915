package io.rendezvous.common.event;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that has happened in a conversation; the decider alone writes them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Event.Unrecognized.class)
public sealed interface Event {

  /** An event about one turn. */
  sealed interface OfTurn extends Event {
    TurnId turn();
  }

  /** An event that tells what asking models took. */
  sealed interface OfModel extends OfTurn {
    AskId ask();

    /** Of each try; who was passed over was not asked. */
    List<Usage> paid();

    /** What it was for. */
    default ModelPurpose purpose() {
      return ModelPurpose.ANSWER;
    }
  }

  @JsonTypeName("conversation.created")
  record ConversationCreated(
      ConversationId conversation,
      @Nullable Personal title,
      @Nullable Personal systemPrompt,
      Map<String, Personal> metadata)
      implements Event {
    public ConversationCreated {
      requireNonNull(conversation, "conversation");
      metadata = Map.copyOf(metadata);
    }
  }

  /** The prompt is in the log and will be answered; it may have to wait for its turn. */
  @JsonTypeName("prompt.accepted")
  record PromptAccepted(
      TurnId turn,
      Personal text,
      @Nullable Personal audioUrl,
      String bodyDigest,
      PromptPolicy policy,
      Preferences preferences)
      implements OfTurn {
    public PromptAccepted {
      requireNonNull(turn, "turn");
      requireNonNull(text, "text");
      requireNonNull(bodyDigest, "bodyDigest");
      requireNonNull(policy, "policy");
      requireNonNull(preferences, "preferences");
    }
  }

  /**
   * The prompt will not be answered; where the turn was accepted before, that turn is untouched.
   */
  @JsonTypeName("prompt.refused")
  record PromptRefused(TurnId turn, String bodyDigest, RefusalReason reason) implements OfTurn {
    public PromptRefused {
      requireNonNull(turn, "turn");
      requireNonNull(bodyDigest, "bodyDigest");
      requireNonNull(reason, "reason");
    }
  }

  @JsonTypeName("turn.started")
  record TurnStarted(TurnId turn, Instant deadline) implements OfTurn {
    public TurnStarted {
      requireNonNull(turn, "turn");
      requireNonNull(deadline, "deadline");
    }
  }

  /**
   * A model is asked; the request itself can be rebuilt from the events before, and its digest
   * checked.
   *
   * @param templateHash of the system prompt's templates; null in the events of earlier versions
   */
  @JsonTypeName("model.asked")
  record ModelAsked(
      TurnId turn,
      int round,
      AskId ask,
      String requestDigest,
      String toolsHash,
      @Nullable String templateHash)
      implements OfTurn {
    public ModelAsked {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(requestDigest, "requestDigest");
      requireNonNull(toolsHash, "toolsHash");
    }
  }

  @JsonTypeName("model.responded")
  record ModelResponded(
      TurnId turn,
      int round,
      AskId ask,
      String attempt,
      @Nullable Personal text,
      List<ToolRequest> calls,
      Usage usage,
      List<FailedTry> failed)
      implements OfModel {
    public ModelResponded {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(attempt, "attempt");
      requireNonNull(usage, "usage");
      calls = List.copyOf(calls);
      failed = List.copyOf(requireNonNullElse(failed, List.of()));
    }

    @Override
    public List<Usage> paid() {
      return FailedTry.paid(failed, usage);
    }
  }

  @JsonTypeName("model.gave-up")
  record ModelGaveUp(TurnId turn, int round, AskId ask, ModelFailure reason, List<FailedTry> failed)
      implements OfModel {
    public ModelGaveUp {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(reason, "reason");
      failed = List.copyOf(requireNonNullElse(failed, List.of()));
    }

    @Override
    public List<Usage> paid() {
      return FailedTry.paid(failed, null);
    }
  }

  /**
   * A model call is paid that changes nothing: its turn had ended, or no summary came of it.
   *
   * @param purpose what for
   * @param usage of the answer, if there was one that nobody waited for any more
   */
  @JsonTypeName("model.settled")
  record ModelSettled(
      TurnId turn, AskId ask, ModelPurpose purpose, @Nullable Usage usage, List<FailedTry> failed)
      implements OfModel {
    public ModelSettled {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(purpose, "purpose");
      failed = List.copyOf(requireNonNullElse(failed, List.of()));
    }

    @Override
    public List<Usage> paid() {
      return FailedTry.paid(failed, usage);
    }
  }

  /**
   * A summary of a conversation's older part is asked for, after a turn's end.
   *
   * @param through the number of the last message that it is to cover
   */
  @JsonTypeName("summary.asked")
  record SummaryAsked(
      TurnId turn,
      AskId ask,
      long through,
      Preferences preferences,
      String requestDigest,
      String templateHash)
      implements OfTurn {
    public SummaryAsked {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(preferences, "preferences");
      requireNonNull(requestDigest, "requestDigest");
      requireNonNull(templateHash, "templateHash");
    }
  }

  /** From here on the summary stands for the messages that it covers. */
  @JsonTypeName("summary.made")
  record SummaryMade(
      TurnId turn, AskId ask, long through, Personal text, Usage usage, List<FailedTry> failed)
      implements OfModel {
    public SummaryMade {
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(text, "text");
      requireNonNull(usage, "usage");
      failed = List.copyOf(requireNonNullElse(failed, List.of()));
    }

    @Override
    public List<Usage> paid() {
      return FailedTry.paid(failed, usage);
    }

    @Override
    public ModelPurpose purpose() {
      return ModelPurpose.SUMMARY;
    }
  }

  @JsonTypeName("tool.asked")
  record ToolAsked(CallId call, AskId ask, String name, Personal arguments) implements OfTurn {
    public ToolAsked {
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(name, "name");
      requireNonNull(arguments, "arguments");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /** A call is done; {@code late} where its turn had ended before: then it continues nothing. */
  @JsonTypeName("tool.succeeded")
  record ToolSucceeded(
      CallId call, AskId ask, String name, Personal result, @Nullable Receipt receipt, boolean late)
      implements OfTurn {
    public ToolSucceeded {
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(name, "name");
      requireNonNull(result, "result");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /** A call had no effect; {@code late} where its turn had ended before. */
  @JsonTypeName("tool.refused")
  record ToolRefused(
      CallId call,
      AskId ask,
      String name,
      ToolFailure reason,
      @Nullable Personal message,
      boolean late)
      implements OfTurn {
    public ToolRefused {
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(name, "name");
      requireNonNull(reason, "reason");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /** The last event of a turn but for late reports of what it had asked for. */
  @JsonTypeName("turn.ended")
  record TurnEnded(TurnId turn, TurnEndReason reason) implements OfTurn {
    public TurnEnded {
      requireNonNull(turn, "turn");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * An event of a later version: skipped by streams, kept raw by the history service, never
   * written.
   */
  record Unrecognized() implements Event {}
}

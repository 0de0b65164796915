package io.rendezvous.common.event;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.id.ApprovalId;
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

  /** The first event of a turn: it is in the log and will come to an end. */
  sealed interface Acceptance extends OfTurn {
    /** Tells a repeat from another request with the same key. */
    String bodyDigest();

    Preferences preferences();
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
      implements Acceptance {
    public PromptAccepted {
      requireNonNull(turn, "turn");
      requireNonNull(text, "text");
      requireNonNull(bodyDigest, "bodyDigest");
      requireNonNull(policy, "policy");
      requireNonNull(preferences, "preferences");
    }
  }

  /** The user's own tool call is in the log and will be carried out; it may have to wait. */
  @JsonTypeName("action.accepted")
  record ActionAccepted(
      TurnId turn, String name, Personal arguments, String bodyDigest, Preferences preferences)
      implements Acceptance {
    public ActionAccepted {
      requireNonNull(turn, "turn");
      requireNonNull(name, "name");
      requireNonNull(arguments, "arguments");
      requireNonNull(bodyDigest, "bodyDigest");
      requireNonNull(preferences, "preferences");
    }
  }

  /**
   * The prompt will not be answered, or the action not carried out; where the turn was accepted
   * before, that turn is untouched.
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

  /**
   * A tool is called.
   *
   * @param arguments null where it takes back what a turn has done, which has none
   */
  @JsonTypeName("tool.asked")
  record ToolAsked(CallId call, AskId ask, String name, @Nullable Personal arguments)
      implements OfTurn {
    public ToolAsked {
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(name, "name");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /**
   * A call is done.
   *
   * @param late whether its turn had ended before: then it does not continue it
   * @param foreign whether the result holds text that other people wrote
   */
  @JsonTypeName("tool.succeeded")
  record ToolSucceeded(
      CallId call,
      AskId ask,
      String name,
      Personal result,
      @Nullable Receipt receipt,
      boolean late,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign)
      implements OfTurn {
    /** A call whose result holds nothing that others wrote. */
    public ToolSucceeded(
        CallId call,
        AskId ask,
        String name,
        Personal result,
        @Nullable Receipt receipt,
        boolean late) {
      this(call, ask, name, result, receipt, late, false);
    }

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

  /**
   * A call had no effect.
   *
   * @param late whether its turn had ended before
   * @param foreign whether the message holds text that other people wrote
   */
  @JsonTypeName("tool.refused")
  record ToolRefused(
      CallId call,
      AskId ask,
      String name,
      ToolFailure reason,
      @Nullable Personal message,
      boolean late,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign)
      implements OfTurn {
    /** A call whose message holds nothing that others wrote. */
    public ToolRefused(
        CallId call,
        AskId ask,
        String name,
        ToolFailure reason,
        @Nullable Personal message,
        boolean late) {
      this(call, ask, name, reason, message, late, false);
    }

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

  /**
   * A tool call waits for its user's approval, and its turn with it.
   *
   * @param summary what she is shown: what would be done and why that needs her, JSON inside
   * @param expiresAt until when she may answer
   */
  @JsonTypeName("approval.requested")
  record ApprovalRequested(
      ApprovalId approval, CallId call, AskId ask, String name, Personal summary, Instant expiresAt)
      implements OfTurn {
    public ApprovalRequested {
      requireNonNull(approval, "approval");
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(name, "name");
      requireNonNull(summary, "summary");
      requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /** The user has answered: an approved call is sent again, a rejected one is refused. */
  @JsonTypeName("approval.decided")
  record ApprovalDecided(ApprovalId approval, CallId call, Verdict verdict) implements OfTurn {
    public ApprovalDecided {
      requireNonNull(approval, "approval");
      requireNonNull(call, "call");
      requireNonNull(verdict, "verdict");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /** Nobody waits for the user's answer any more; its call is refused next. */
  @JsonTypeName("approval.withdrawn")
  record ApprovalWithdrawn(ApprovalId approval, CallId call, WithdrawalReason reason)
      implements OfTurn {
    public ApprovalWithdrawn {
      requireNonNull(approval, "approval");
      requireNonNull(call, "call");
      requireNonNull(reason, "reason");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /**
   * A verdict was not taken. It is no event of a turn: nothing tells that there is one of that id.
   *
   * @param verdict the one that was taken before; null where none was
   */
  @JsonTypeName("approval.refused")
  record ApprovalRefused(ApprovalId approval, ApprovalRefusal reason, @Nullable Verdict verdict)
      implements Event {
    public ApprovalRefused {
      requireNonNull(approval, "approval");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * Events were changed on the user's calendars, and not by us. It is a turn's only event.
   *
   * @param changes {@link io.rendezvous.common.calendar.CalendarChanges} as JSON
   */
  @JsonTypeName("calendar.changed")
  record CalendarChanged(TurnId turn, Personal changes) implements OfTurn {
    public CalendarChanged {
      requireNonNull(turn, "turn");
      requireNonNull(changes, "changes");
    }
  }

  /**
   * What an ended turn has done is going to be undone, as soon as all its calls have reported.
   *
   * @param undo the call that will undo it
   * @param deadline until when the next turn waits for that
   * @param preferences of the turn
   */
  @JsonTypeName("rollback.started")
  record RollbackStarted(TurnId turn, CallId undo, Instant deadline, Preferences preferences)
      implements OfTurn {
    public RollbackStarted {
      requireNonNull(turn, "turn");
      requireNonNull(undo, "undo");
      requireNonNull(deadline, "deadline");
      requireNonNull(preferences, "preferences");
    }
  }

  /** The next turn waits no longer; calls that have not reported stay owed. */
  @JsonTypeName("rollback.gave-up")
  record RollbackGaveUp(TurnId turn) implements OfTurn {
    public RollbackGaveUp {
      requireNonNull(turn, "turn");
    }
  }

  /**
   * The last event of a turn but for late reports of what it had asked for, and for what undoes it.
   */
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

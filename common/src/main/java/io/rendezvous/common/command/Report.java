package io.rendezvous.common.command;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that a turn had asked for; written to {@code outcomes} and {@code
 * timers}.
 */
public sealed interface Report extends Command {
  TurnId turn();

  @Override
  default ConversationId conversation() {
    return turn().conversation();
  }

  private static List<FailedTry> join(List<FailedTry> earlier, List<FailedTry> failed) {
    return Stream.concat(earlier.stream(), failed.stream()).toList();
  }

  /** What became of one ask of models, and of every try to have it answered. */
  sealed interface OfModel extends Report {
    AskId ask();

    /** The tries that were in vain, in their order. */
    List<FailedTry> failed();

    /** The same after tries that nobody had told of. */
    OfModel after(List<FailedTry> earlier);
  }

  /**
   * A model has answered one ask.
   *
   * @param attempt the worker's try that the streamed text belongs to
   * @param text what it says, if anything
   * @param calls the tools that it wants called, in its order; none means that the turn is answered
   */
  @JsonTypeName("model.answered")
  record ModelAnswered(
      UserId user,
      TurnId turn,
      AskId ask,
      String attempt,
      @Nullable Personal text,
      List<ToolRequest> calls,
      Usage usage,
      List<FailedTry> failed)
      implements OfModel {
    public ModelAnswered {
      requireNonNull(user, "user");
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(attempt, "attempt");
      requireNonNull(usage, "usage");
      calls = List.copyOf(calls);
      failed = List.copyOf(requireNonNullElse(failed, List.of()));
    }

    @Override
    public ModelAnswered after(List<FailedTry> earlier) {
      return new ModelAnswered(user, turn, ask, attempt, text, calls, usage, join(earlier, failed));
    }
  }

  /** No model has answered this ask, and none will. */
  @JsonTypeName("model.failed")
  record ModelFailed(
      UserId user, TurnId turn, AskId ask, ModelFailure reason, List<FailedTry> failed)
      implements OfModel {
    public ModelFailed {
      requireNonNull(user, "user");
      requireNonNull(turn, "turn");
      requireNonNull(ask, "ask");
      requireNonNull(reason, "reason");
      failed = List.copyOf(requireNonNullElse(failed, List.of()));
    }

    @Override
    public ModelFailed after(List<FailedTry> earlier) {
      return new ModelFailed(user, turn, ask, reason, join(earlier, failed));
    }
  }

  /**
   * A tool call is done.
   *
   * @param result what the model is told, JSON inside
   * @param receipt the proof of an effect; null where the call only read
   * @param foreign whether the result holds text that other people wrote
   */
  @JsonTypeName("tool.finished")
  record ToolFinished(
      UserId user,
      CallId call,
      AskId ask,
      Personal result,
      @Nullable Receipt receipt,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign)
      implements Report {
    /** A call whose result holds nothing that others wrote. */
    public ToolFinished(
        UserId user, CallId call, AskId ask, Personal result, @Nullable Receipt receipt) {
      this(user, call, ask, result, receipt, false);
    }

    public ToolFinished {
      requireNonNull(user, "user");
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(result, "result");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /**
   * A tool call had no effect, and will have none.
   *
   * @param message what the model is told; null where nothing could be sealed
   * @param foreign whether the message holds text that other people wrote
   */
  @JsonTypeName("tool.failed")
  record ToolFailed(
      UserId user,
      CallId call,
      AskId ask,
      ToolFailure reason,
      @Nullable Personal message,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean foreign)
      implements Report {
    /** A call whose message holds nothing that others wrote. */
    public ToolFailed(
        UserId user, CallId call, AskId ask, ToolFailure reason, @Nullable Personal message) {
      this(user, call, ask, reason, message, false);
    }

    public ToolFailed {
      requireNonNull(user, "user");
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(reason, "reason");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /**
   * A tool call is not carried out before its user approves it. This is no outcome: the call goes
   * on waiting, and is sent again when she has.
   *
   * @param summary what she is shown: what would be done and why that needs her, JSON inside
   * @param expiresAt until when she may
   */
  @JsonTypeName("tool.approval-needed")
  record ApprovalNeeded(UserId user, CallId call, AskId ask, Personal summary, Instant expiresAt)
      implements Report {
    public ApprovalNeeded {
      requireNonNull(user, "user");
      requireNonNull(call, "call");
      requireNonNull(ask, "ask");
      requireNonNull(summary, "summary");
      requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public TurnId turn() {
      return call.turn();
    }
  }

  /**
   * Events were changed on a user's calendars, and not by us. Nobody had asked; it is told in her
   * direct conversation.
   *
   * @param turn a turn of its own, whose key names these changes: a repeat is known by it
   * @param changes {@link io.rendezvous.common.calendar.CalendarChanges} as JSON
   */
  @JsonTypeName("calendar.changed-outside")
  record ChangedOutside(UserId user, TurnId turn, Personal changes) implements Report {
    public ChangedOutside {
      requireNonNull(user, "user");
      requireNonNull(turn, "turn");
      requireNonNull(changes, "changes");
    }
  }

  /** The time that an approval is waited for is over. */
  @JsonTypeName("approval.expired")
  record ApprovalExpired(UserId user, ApprovalId approval) implements Report {
    public ApprovalExpired {
      requireNonNull(user, "user");
      requireNonNull(approval, "approval");
    }

    @Override
    public TurnId turn() {
      return approval.turn();
    }
  }

  /** The time that a turn may take is over, or the time to take back what it did. */
  @JsonTypeName("turn.deadline")
  record DeadlineReached(UserId user, TurnId turn) implements Report {
    public DeadlineReached {
      requireNonNull(user, "user");
      requireNonNull(turn, "turn");
    }
  }
}

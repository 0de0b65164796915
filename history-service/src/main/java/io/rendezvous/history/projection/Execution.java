package io.rendezvous.history.projection;

import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tool call and what became of it; the texts themselves are with the turn's events.
 *
 * @param askedAt null where the log has a report of a call that it has no ask of: one that was
 *     refused at once
 * @param argumentCharacters the length of the arguments; null where there are none
 * @param resultCharacters the length of what the model was told; null where it was told nothing yet
 * @param late whether its turn had ended before it reported
 */
record Execution(
    CallId call,
    AskId ask,
    String name,
    State state,
    @Nullable Instant askedAt,
    @Nullable Instant finishedAt,
    @Nullable Integer argumentCharacters,
    @Nullable Integer resultCharacters,
    @Nullable Receipt receipt,
    @Nullable ToolFailure failure,
    boolean late) {

  /** Where a call stands. */
  enum State {
    ASKED,
    SUCCEEDED,
    REFUSED
  }

  static Execution of(ToolAsked asked, Instant at) {
    return new Execution(
        asked.call(),
        asked.ask(),
        asked.name(),
        State.ASKED,
        at,
        null,
        asked.arguments() == null ? null : asked.arguments().characters(),
        null,
        null,
        null,
        false);
  }

  static Execution of(@Nullable Execution asked, ToolSucceeded done, Instant at) {
    return new Execution(
        done.call(),
        done.ask(),
        done.name(),
        State.SUCCEEDED,
        asked == null ? null : asked.askedAt(),
        at,
        asked == null ? null : asked.argumentCharacters(),
        done.result().characters(),
        done.receipt(),
        null,
        done.late());
  }

  static Execution of(@Nullable Execution asked, ToolRefused refused, Instant at) {
    return new Execution(
        refused.call(),
        refused.ask(),
        refused.name(),
        State.REFUSED,
        asked == null ? null : asked.askedAt(),
        at,
        asked == null ? null : asked.argumentCharacters(),
        refused.message() == null ? null : refused.message().characters(),
        null,
        refused.reason(),
        refused.late());
  }
}

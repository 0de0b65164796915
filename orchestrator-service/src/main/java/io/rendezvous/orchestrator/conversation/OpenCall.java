package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tool call that has not reported, and the ask that it belongs to.
 *
 * @param origin who is behind it
 * @param arguments by which it can be sent again; null where it cannot be
 * @param askedAt null in the states of earlier versions
 */
public record OpenCall(
    CallId call,
    AskId ask,
    String name,
    Origin origin,
    @Nullable Personal arguments,
    @Nullable Instant askedAt) {
  /** Of the calls of one answer: calls whose arguments are beyond it cannot be approved. */
  static final int MOST_KEPT_BYTES = 128 * 1024;

  public OpenCall {
    requireNonNull(call, "call");
    requireNonNull(ask, "ask");
    requireNonNull(name, "name");
    // Earlier versions knew no other.
    origin = requireNonNullElse(origin, Origin.MODEL);
  }

  int keptBytes() {
    return arguments == null ? 0 : arguments.size();
  }

  /** Of a turn that has ended: it is not sent again. */
  OpenCall owed() {
    return new OpenCall(call, ask, name, origin, null, null);
  }

  static Optional<OpenCall> find(List<OpenCall> calls, CallId call) {
    return calls.stream().filter(open -> open.call.equals(call)).findFirst();
  }

  static Optional<OpenCall> find(List<OpenCall> calls, CallId call, AskId ask) {
    return find(calls, call).filter(open -> open.ask.equals(ask));
  }

  static List<OpenCall> plus(List<OpenCall> calls, OpenCall call) {
    return Stream.concat(calls.stream(), Stream.of(call)).toList();
  }

  static List<OpenCall> minus(List<OpenCall> calls, CallId call) {
    return calls.stream().filter(open -> !open.call.equals(call)).toList();
  }
}

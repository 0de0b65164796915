package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tool call that has not reported, and the ask that it belongs to. */
public record OpenCall(CallId call, AskId ask, String name) {
  public OpenCall {
    requireNonNull(call, "call");
    requireNonNull(ask, "ask");
    requireNonNull(name, "name");
  }

  static Optional<OpenCall> find(List<OpenCall> calls, CallId call, AskId ask) {
    return calls.stream()
        .filter(open -> open.call.equals(call) && open.ask.equals(ask))
        .findFirst();
  }

  static List<OpenCall> plus(List<OpenCall> calls, OpenCall call) {
    return Stream.concat(calls.stream(), Stream.of(call)).toList();
  }

  static List<OpenCall> minus(List<OpenCall> calls, CallId call) {
    return calls.stream().filter(open -> !open.call.equals(call)).toList();
  }
}

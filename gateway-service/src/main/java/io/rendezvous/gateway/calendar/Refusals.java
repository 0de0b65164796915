package io.rendezvous.gateway.calendar;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.action.ActionResult;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Tells why something was not done to an event; the same key is told the same again. */
final class Refusals {
  private Refusals() {}

  /** {@code conditional}: whether the client had said which version it must be. */
  static Problem problem(ActionResult.Refused refused, boolean conditional) {
    Problem problem =
        switch (refused.reason()) {
          case NOT_FOUND -> Problem.notFound("calendar or event");
          case CONFLICT ->
              Problem.of(
                  conditional ? ProblemCode.PRECONDITION_FAILED : ProblemCode.CONFLICT,
                  "The event has changed meanwhile; read it again.");
          case INVALID_ARGUMENTS ->
              Problem.of(
                  ProblemCode.VALIDATION_ERROR,
                  requireNonNullElse(
                      detail(refused.detail()), "The calendar does not take it like that."));
          case UNAUTHORIZED ->
              Problem.of(
                  ProblemCode.RECONNECT_NEEDED, "Reconnect needed: the calendar refused access.");
          case UNAVAILABLE ->
              Problem.of(
                  ProblemCode.CALENDAR_ERROR,
                  "The calendar could not be reached; try again with another Idempotency-Key.");
          case REJECTED, EXPIRED ->
              Problem.of(ProblemCode.CONFLICT, "It was not approved, and is not done.");
          case UNKNOWN_TOOL, INTERNAL ->
              Problem.of(ProblemCode.INTERNAL_ERROR, "The request could not be handled.");
        };
    return problem.with("turnId", refused.turn());
  }

  static Problem problem(ActionResult.Ended ended) {
    Problem problem =
        ended.reason() == TurnEndReason.CANCELLED
            ? Problem.of(ProblemCode.CONFLICT, "It was cancelled before it was done.")
            : Problem.of(
                ProblemCode.CALENDAR_ERROR,
                "The calendar did not say in time whether it is done; its turn may still tell.");
    return problem.with("turnId", ended.turn());
  }

  private static @Nullable String detail(@Nullable String message) {
    try {
      return message != null
              && Json.MAPPER.readValue(message, CalendarResult.class)
                  instanceof CalendarResult.Failed(_, var detail)
          ? detail
          : message;
    } catch (JacksonException words) {
      return message;
    }
  }
}

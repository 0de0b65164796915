package io.rendezvous.gateway.calendar;

import io.rendezvous.common.calendar.Scope;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants an event to be changed.
 *
 * @param scope how much of a series; null is what the tool does by itself
 * @param notifyAttendees whether attendees are told; null is what the tool does by itself
 * @param ifMatch the version that it must be, as an HTTP validator; null for whichever there is
 */
record EventOptions(
    @Nullable Scope scope, @Nullable Boolean notifyAttendees, @Nullable String ifMatch) {

  static EventOptions read(
      @Nullable String scope, @Nullable String notify, @Nullable String ifMatch) {
    return new EventOptions(
        scope(scope), notifyAttendees(notify), "*".equals(ifMatch) ? null : ifMatch);
  }

  private static @Nullable Scope scope(@Nullable String scope) {
    return switch (scope) {
      case null -> null;
      case "this" -> Scope.THIS;
      case "following" -> Scope.FOLLOWING;
      case "all" -> Scope.ALL;
      default -> throw Problem.invalid(new FieldError("scope", "must be this, following or all"));
    };
  }

  static @Nullable Boolean notifyAttendees(@Nullable String notify) {
    return switch (notify) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalid(new FieldError("notify", "must be true or false"));
    };
  }
}

package io.rendezvous.gateway.calendar;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** An event as it is before it is touched. */
record CurrentEvent(@Nullable String validator, String etag, ZoneId zone) {
  static CurrentEvent read(CalendarClient calendars, UserId user, EventPlace place) {
    ResponseEntity<byte[]> answer = place.read(calendars, user);
    var event = Json.MAPPER.readTree(requireNonNull(answer.getBody(), "body"));
    return new CurrentEvent(
        answer.getHeaders().getETag(),
        event.path("etag").asString(""),
        ZoneId.of(event.path("timeZone").asString("Z")));
  }

  /** The version that is meant, as the tools name it; null where none is. */
  @Nullable String require(@Nullable String ifMatch) {
    if (ifMatch == null) {
      return null;
    }
    if (!ifMatch.equals(validator)) {
      throw Problem.of(ProblemCode.PRECONDITION_FAILED, "The event has changed; read it again.");
    }
    return etag;
  }
}

package io.rendezvous.gateway.calendar;

import io.rendezvous.common.id.TurnId;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What a client is told of what it wanted done to an event. */
public sealed interface EventAnswer {
  /** The answer, with this status where it is done and the event is there. */
  ResponseEntity<Object> with(HttpStatus done);

  /** It is done, and this is the event now. */
  record Done(URI location, @Nullable String etag, JsonNode event) implements EventAnswer {
    @Override
    public ResponseEntity<Object> with(HttpStatus done) {
      var answer = ResponseEntity.status(done).eTag(etag);
      return (done == HttpStatus.CREATED ? answer.location(location) : answer).body(event);
    }
  }

  /** It is done, and nothing is left. */
  record Gone() implements EventAnswer {
    @Override
    public ResponseEntity<Object> with(HttpStatus done) {
      return ResponseEntity.noContent().build();
    }
  }

  /** It goes on, or what it came to cannot be read now; its turn tells. */
  record Pending(TurnId turn, String contextPath) implements EventAnswer {
    /** What a client is told of a turn that goes on. */
    record Body(TurnId turnId, String status) {}

    @Override
    public ResponseEntity<Object> with(HttpStatus done) {
      return ResponseEntity.accepted()
          .location(URI.create(contextPath + "/api/v1/turns/" + turn))
          .body(new Body(turn, "accepted"));
    }
  }
}

package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;

/**
 * Nobody waits for this model call any more; written by the decider to {@code control}, read by
 * every worker.
 */
@JsonTypeName("model.stop")
public record StopCall(UserId user, TurnId turn, AskId ask) {
  public StopCall {
    requireNonNull(user, "user");
    requireNonNull(turn, "turn");
    requireNonNull(ask, "ask");
  }
}

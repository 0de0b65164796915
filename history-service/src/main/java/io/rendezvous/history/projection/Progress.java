package io.rendezvous.history.projection;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a turn stands.
 *
 * @param reason why it ended or was refused, by the name of the enum's value
 */
record Progress(
    TurnStatus status, Instant startedAt, @Nullable Instant endedAt, @Nullable String reason) {

  /** Of a turn whose first event this is. */
  static Progress from(Event first, Instant at) {
    return switch (first) {
      case Event.PromptRefused refused ->
          new Progress(TurnStatus.FAILED, at, at, refused.reason().name());
      case Event.CalendarChanged _ -> new Progress(TurnStatus.COMPLETED, at, at, null);
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ ->
          new Progress(TurnStatus.RUNNING, at, null, null).after(first, at);
    };
  }

  /** A refusal of a turn that is there already is of another prompt with its key: no change. */
  Progress after(Event event, Instant at) {
    return event instanceof Event.TurnEnded ended
        ? new Progress(ended.reason().status(), startedAt, at, ended.reason().name())
        : this;
  }
}

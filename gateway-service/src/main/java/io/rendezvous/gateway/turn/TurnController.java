package io.rendezvous.gateway.turn;

import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.kafka.TraceContext;
import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.security.Ownership;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One turn: how it stands, and stopping it. */
@RestController
@RequestMapping(path = "/api/v1/turns/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class TurnController {
  private final Turns turns;
  private final Ownership ownership;
  private final TurnSettings settings;

  TurnController(Turns turns, Ownership ownership, TurnSettings settings) {
    this.turns = turns;
    this.ownership = ownership;
    this.settings = settings;
  }

  @GetMapping
  TurnView get(
      Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String wait)
      throws InterruptedException {
    var turn = ownership.turn(caller.user(), id);
    return turns.get(caller.user(), turn, WaitParameter.parse(wait, settings.maxWait()));
  }

  /** The stop is recorded; the turn's end tells when it has come. */
  @PostMapping("/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CancelAnswer cancel(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent) {
    var turn = ownership.turn(caller.user(), id);
    var view = turns.cancel(caller.user(), turn, TraceContext.valid(traceparent));
    return new CancelAnswer(turn, turn.conversation(), view.status());
  }

  /** How the turn stood when its stop was asked for. */
  record CancelAnswer(TurnId turnId, ConversationId conversationId, TurnStatus status) {}
}

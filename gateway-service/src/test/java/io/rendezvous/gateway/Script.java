package io.rendezvous.gateway;

import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolFailure;
import java.time.Instant;
import java.util.List;

/** What becomes of one turn, said step by step. */
final class Script {
  private static final Decider DECIDER = Decider.shared();

  private final UserId user;
  private final TurnId turn;
  private int round;
  private long ask;

  Script(UserId user, TurnId turn) {
    this.user = user;
    this.turn = turn;
  }

  TurnId turn() {
    return turn;
  }

  Script started() {
    DECIDER.decide(user, turn, new Event.TurnStarted(turn, Instant.now().plusSeconds(60)));
    return this;
  }

  Script asked() {
    round++;
    ask =
        DECIDER.decide(
            user, turn, new Event.ModelAsked(turn, round, askId(), "digest", "tools", null));
    return this;
  }

  Script text(String attempt, int offset, String text) {
    DECIDER.delta(user, turn, ask, attempt, offset, text);
    return this;
  }

  Script answered(String attempt, String text) {
    DECIDER.decide(
        user,
        turn,
        new Event.ModelResponded(
            turn, round, askId(), attempt, sealed(text), List.of(), usage(), List.of()),
        new Event.TurnEnded(turn, TurnEndReason.ANSWERED));
    return this;
  }

  Script calls(String attempt, String text, String arguments) {
    DECIDER.decide(
        user,
        turn,
        new Event.ModelResponded(
            turn,
            round,
            askId(),
            attempt,
            text == null ? null : sealed(text),
            List.of(new ToolRequest("create_event", sealed(arguments))),
            usage(),
            List.of()),
        new Event.ToolAsked(callId(), askId(), "create_event", sealed(arguments)));
    return this;
  }

  Script needsApproval() {
    return needsApproval("{}", Instant.now().plusSeconds(60));
  }

  /** The last call waits for the user. */
  Script needsApproval(String summary, Instant expiresAt) {
    DECIDER.decide(
        user,
        turn,
        new Event.ApprovalRequested(
            approvalId(), callId(), askId(), "create_event", sealed(summary), expiresAt));
    return this;
  }

  Script decided(Verdict verdict) {
    DECIDER.decide(user, turn, new Event.ApprovalDecided(approvalId(), callId(), verdict));
    return this;
  }

  Script done(String result) {
    return done(result, false);
  }

  Script done(String result, boolean late) {
    DECIDER.decide(
        user,
        turn,
        new Event.ToolSucceeded(callId(), askId(), "create_event", sealed(result), null, late));
    return this;
  }

  Script refused(ToolFailure reason) {
    DECIDER.decide(
        user, turn, new Event.ToolRefused(callId(), askId(), "create_event", reason, null, false));
    return this;
  }

  Script withdrawn(WithdrawalReason reason) {
    DECIDER.decide(user, turn, new Event.ApprovalWithdrawn(approvalId(), callId(), reason));
    return this;
  }

  ApprovalId approvalId() {
    return ApprovalId.of(callId());
  }

  Script ended(TurnEndReason reason) {
    DECIDER.decide(user, turn, new Event.TurnEnded(turn, reason));
    return this;
  }

  /** A whole turn with a tool call and text on its way. */
  Script whole() {
    started().asked().text("a1", 0, "Je ").text("a1", 3, "regarde.");
    calls("a1", "Je regarde.", "{\"title\":\"Déjeuner\"}");
    done(
        """
        {"result":"deleted","event":{"id":"e1","title":"Déjeuner","start":"2026-11-27T13:00:00+01:00",
        "end":"2026-11-27T14:00:00+01:00","timeZone":"Europe/Paris","when":"vendredi 27 novembre, 13:00","attendees":[]}}
        """);
    asked().text("a2", 0, "C'est ").text("a2", 6, "noté ").text("a2", 11, "😀 !");
    return answered("a2", "C'est noté 😀 !");
  }

  private AskId askId() {
    return AskId.of(turn, round, "digest");
  }

  private CallId callId() {
    return CallId.of(turn, round, 0);
  }

  private Personal sealed(String text) {
    return Gateway.vault().seal(user, text);
  }

  private static Usage usage() {
    return new Usage("offline", "assistant", 10, 1, 5, 0, false, 7);
  }
}

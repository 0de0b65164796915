package io.rendezvous.gateway.submission;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.tail.Entry;
import java.time.Duration;
import java.util.List;

/**
 * Finds what the decider made of a prompt or an action.
 *
 * @param since refusals up to this event were of earlier tries
 */
public record Verdicts(TurnId turn, String bodyDigest, long since, Duration retryAfter) {

  /**
   * The number of the event that accepted it, 0 while there is none.
   *
   * @throws Problem if it was refused, or the same key came with another body before
   */
  long accepted(List<Entry> entries) {
    for (Entry entry : entries) {
      switch (entry.event()) {
        case Event.Acceptance accepted when accepted.turn().equals(turn) -> {
          if (!accepted.bodyDigest().equals(bodyDigest)) {
            throw refused(RefusalReason.KEY_REUSED);
          }
          return entry.sequence();
        }
        case Event.PromptRefused(var of, var digest, var reason)
            when of.equals(turn) && digest.equals(bodyDigest) && entry.sequence() > since ->
            throw refused(reason);
        case Event.OfTurn _,
            Event.ConversationCreated _,
            Event.ApprovalRefused _,
            Event.Unrecognized _ -> {}
      }
    }
    return 0;
  }

  private Problem refused(RefusalReason reason) {
    return switch (reason) {
      case BUSY -> Problem.of(ProblemCode.BUSY, "A turn is running, and the policy is to reject.");
      case QUEUE_FULL ->
          Problem.of(ProblemCode.QUEUE_FULL, "Wait until prompts have been answered.")
              .retryAfter(retryAfter);
      case KEY_REUSED ->
          Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, "Use another key for another request.");
    };
  }
}

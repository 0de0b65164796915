package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.Acceptance;
import io.rendezvous.common.event.Event.CalendarChanged;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.PromptRefused;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.SummaryMade;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.Event.ToolSucceeded;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.systemtest.check.evidence.ClientRecord;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Submission;
import java.util.List;

/** I1: an accepted prompt has exactly one end, numbers have no gap, and REST says the same. */
final class TurnJudge implements Judge {
  @Override
  public List<Violation> judge(Evidence evidence) {
    var findings = new Findings(Invariant.I1);
    var log = Log.of(evidence);
    log.decisions().forEach((conversation, records) -> numbers(conversation, records, findings));
    log.turns().forEach((turn, facts) -> ends(turn, facts, findings));
    for (ClientRecord client : evidence.clients()) {
      client.submissions().forEach(submission -> told(submission, log, findings));
    }
    evidence.shown().forEach(shown -> ShownTurns.compare(shown, log, evidence.texts(), findings));
    return findings.list();
  }

  private static void numbers(
      ConversationId conversation, List<Logged<Decision>> records, Findings findings) {
    long next = 1;
    for (Logged<Decision> record : records) {
      for (NumberedEvent event : record.message().events()) {
        if (event.sequence() != next) {
          findings.add(
              conversation,
              "event " + next,
              (event.sequence() < next ? "a repeat of event " : "a gap before event ")
                  + event.sequence(),
              record.place() + " " + event.event());
        }
        next = Math.max(next, event.sequence() + 1);
      }
    }
  }

  private static void ends(TurnId turn, List<Fact> facts, Findings findings) {
    long accepted = facts.stream().filter(fact -> fact.event() instanceof Acceptance).count();
    long ended = facts.stream().filter(fact -> fact.event() instanceof TurnEnded).count();
    if (facts.stream().allMatch(fact -> isNoTurn(fact.event()))) {
      return;
    }
    if (accepted != 1) {
      findings.add(turn, "one prompt.accepted or action.accepted", accepted + " of them", facts);
    }
    if (ended != 1) {
      findings.add(turn, "exactly one turn.ended", ended + " of them", facts);
    }
    boolean over = false;
    for (Fact fact : facts) {
      if (over && !mayFollowTheEnd(fact.event())) {
        findings.add(
            turn,
            "only late reports, summaries and what undoes it after turn.ended",
            fact.toString(),
            facts);
      }
      over |= fact.event() instanceof TurnEnded;
    }
  }

  private static boolean isNoTurn(Event event) {
    return event instanceof PromptRefused || event instanceof CalendarChanged;
  }

  private static boolean mayFollowTheEnd(Event event) {
    return event instanceof SummaryAsked
        || event instanceof SummaryMade
        || event instanceof ModelSettled
        || event instanceof RollbackStarted
        || event instanceof RollbackGaveUp
        || (event instanceof ToolAsked asked && asked.name().equals(ToolCatalogue.UNDO_TURN))
        || (event instanceof ToolSucceeded done && done.late())
        || (event instanceof ToolRefused refused && refused.late())
        || event instanceof PromptRefused
        // Counted above.
        || event instanceof TurnEnded;
  }

  private static void told(Submission submission, Log log, Findings findings) {
    if (submission.answer() instanceof Submission.Accepted(var turn)
        && log.turn(turn).stream().noneMatch(fact -> isVerdict(fact.event()))) {
      findings.add(
          turn,
          "the prompt that was accepted under the key " + submission.key(),
          log.turn(turn).isEmpty() ? "nothing of it in the log" : "only " + log.turn(turn));
    }
  }

  /** A gateway that got no verdict in time accepts what the log may still refuse. */
  private static boolean isVerdict(Event event) {
    return event instanceof Acceptance || event instanceof PromptRefused;
  }
}

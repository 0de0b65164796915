package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Report.ApprovalExpired;
import io.rendezvous.common.command.Report.ApprovalNeeded;
import io.rendezvous.common.command.Report.ChangedOutside;
import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Request.SubmitAction;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.RollbackGaveUp;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
import io.rendezvous.orchestrator.conversation.Phase.RollingBack;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import java.time.Instant;
import java.util.List;

/** Decides what happens next. A repeated report decides nothing, so redelivery is safe. */
public final class Decider {
  private final Turns turns;
  private final Prompts prompts;
  private final Answers answers;
  private final ToolReports toolReports;
  private final Approvals approvals;

  public Decider(Limits limits) {
    this.turns = new Turns(limits);
    this.prompts = new Prompts(limits, turns);
    this.answers = new Answers(limits, turns);
    this.toolReports = new ToolReports(turns);
    this.approvals = new Approvals(limits, turns);
  }

  /**
   * What this command leads to; nothing where it is a repeat or comes too late.
   *
   * @param at the decision's time, never before the conversation's
   */
  public List<Event> decide(Conversation conversation, Command command, Instant at) {
    var draft = new Draft(conversation.at(at));
    switch (command) {
      case CreateConversation create -> Prompts.create(draft, create);
      case SubmitPrompt prompt -> prompts.submit(draft, prompt);
      case CancelTurn(_, var turn) -> prompts.cancel(draft, turn);
      case SubmitAction action -> prompts.act(draft, action);
      case DecideApproval request -> approvals.decide(draft, request);
      case ApprovalNeeded report -> approvals.need(draft, report);
      case ApprovalExpired report -> approvals.expire(draft, report);
      case ModelAnswered answer -> answers.answer(draft, answer);
      case ModelFailed failure -> answers.giveUp(draft, failure);
      case ToolFinished report -> toolReports.finish(draft, report);
      case ToolFailed report -> toolReports.refuse(draft, report);
      case ChangedOutside report -> Outside.tell(draft, report);
      case DeadlineReached(_, var turn) -> turns.expire(draft, turn);
    }
    return draft.events();
  }

  /**
   * What is recorded when deciding itself has failed: every turn under way ends, with the prompt's
   * own if it would have started one, so that nobody waits for ever.
   */
  public List<Event> contain(Conversation conversation, Command command, Instant at) {
    var draft = new Draft(conversation.at(at));
    if (command instanceof SubmitPrompt prompt && conversation.known(prompt.turn()).isEmpty()) {
      Prompts.accept(draft, prompt);
      if (!draft.state().isQueued(prompt.turn())) {
        // It went into the turn that runs.
        draft.add(new TurnEnded(prompt.turn(), TurnEndReason.INTERNAL));
      }
    }
    if (command instanceof SubmitAction action && conversation.known(action.turn()).isEmpty()) {
      Prompts.accept(draft, action);
    }
    Approvals.withdrawAll(draft);
    Conversation state = draft.state();
    switch (state.phase()) {
      case Running running -> draft.add(new TurnEnded(running.turn().id(), TurnEndReason.INTERNAL));
      case RollingBack back -> draft.add(new RollbackGaveUp(back.turn()));
      case Idle _ -> {}
    }
    for (Queued waiting : state.queue()) {
      draft.add(new TurnEnded(waiting.turn(), TurnEndReason.INTERNAL));
    }
    return draft.events();
  }
}

package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.budget.Amount;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.event.Event.ModelAsked;
import io.rendezvous.common.event.Event.OfModel;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.LedgerEntry.LeaseSettled;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
import io.rendezvous.orchestrator.conversation.Phase.RollingBack;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a decision makes others do, as a function of it. */
public final class Consequences {
  private Consequences() {}

  /** The model that is asked now, if the decision asked one. */
  public static Optional<ModelCall> modelCall(Decision decision, Conversation after) {
    return decision.events().stream()
        .filter(numbered -> isOpen(numbered.event(), after))
        .map(
            numbered ->
                ModelContext.call(after, (AwaitingModel) after.phase(), numbered.sequence()))
        .findFirst();
  }

  private static boolean isOpen(Event event, Conversation after) {
    return event instanceof ModelAsked asked
        && after.phase() instanceof AwaitingModel awaited
        && awaited.ask().equals(asked.ask());
  }

  /** The model that is to make a summary now, if the decision asked for one. */
  public static Optional<ModelCall> summaryCall(Decision decision, Conversation after) {
    for (NumberedEvent numbered : decision.events()) {
      if (numbered.event() instanceof SummaryAsked asked) {
        return after
            .summarizing(asked.ask())
            .map(wanted -> ModelContext.summaryCall(after, wanted, numbered.sequence()));
      }
    }
    return Optional.empty();
  }

  /** What running turns have taken before such a call. */
  public static Amount spentInTurn(Conversation after) {
    return after.phase().running().map(Turn::spent).orElse(Amount.NONE);
  }

  /**
   * What the ledger of a user with a budget is told: model calls of which the cost is known now.
   */
  public static List<LeaseSettled> settled(Decision decision, Conversation before) {
    return decision.events().stream()
        .map(NumberedEvent::event)
        .filter(OfModel.class::isInstance)
        .map(OfModel.class::cast)
        .filter(event -> isLeased(event.ask(), before))
        .map(event -> new LeaseSettled(before.owner(), event.ask(), event.paid(), decision.at()))
        .toList();
  }

  private static boolean isLeased(AskId ask, Conversation before) {
    return before.owedAsks().stream().anyMatch(owed -> owed.ask().equals(ask) && owed.leased())
        || (before.phase() instanceof AwaitingModel awaited
            && awaited.ask().equals(ask)
            && awaited.turn().hasBudget())
        || before.summarizing(ask).filter(it -> it.preferences().budget() != null).isPresent();
  }

  /** A tool call and where it goes. */
  public record RoutedCall(Topic topic, ToolCall call) {}

  /**
   * The tools that are called now, in the order of the answer that wanted them, and those that are
   * called again since their user has approved it.
   */
  public static List<RoutedCall> toolCalls(Decision decision, Conversation after) {
    var calls = new ArrayList<RoutedCall>();
    for (NumberedEvent numbered : decision.events()) {
      if (numbered.event() instanceof ToolAsked asked) {
        route(after, asked.call(), asked.arguments(), null).ifPresent(calls::add);
      } else if (numbered.event() instanceof ApprovalDecided decided
          && decided.verdict() == Verdict.APPROVE) {
        OpenCall.find(after.phase().calls(), decided.call())
            .flatMap(open -> route(after, open.call(), open.arguments(), decided.approval()))
            .ifPresent(calls::add);
      }
    }
    return calls;
  }

  private static Optional<RoutedCall> route(
      Conversation after,
      CallId call,
      @Nullable Personal arguments,
      @Nullable ApprovalId approval) {
    return OpenCall.find(after.phase().calls(), call)
        .map(
            open ->
                new RoutedCall(
                    topic(open.name()),
                    new ToolCall(
                        after.owner(),
                        open.call(),
                        open.ask(),
                        open.name(),
                        arguments,
                        preferences(after.phase()).forTools(),
                        requireNonNullElse(open.askedAt(), after.time()),
                        open.origin(),
                        approval)));
  }

  private static Topic topic(String tool) {
    return tool.equals(ToolCatalogue.UNDO_TURN)
        ? Topics.CALENDAR_CALLS
        : ToolCatalogue.find(tool).orElseThrow().topic();
  }

  private static Preferences preferences(Phase phase) {
    return switch (phase) {
      case Running running -> running.turn().preferences();
      case RollingBack back -> back.preferences();
      // It calls nothing.
      case Idle _ -> Preferences.DEFAULT;
    };
  }

  /**
   * The model call that nobody waits for any more, if the decision ended a turn that waited for
   * one.
   */
  public static Optional<StopCall> stop(Decision decision, Conversation before) {
    boolean reported =
        decision.cause() instanceof ModelAnswered || decision.cause() instanceof ModelFailed;
    return !reported
            && before.phase() instanceof AwaitingModel awaited
            && decision.events().stream().anyMatch(numbered -> ends(numbered.event(), awaited))
        ? Optional.of(new StopCall(before.owner(), awaited.turn().id(), awaited.ask()))
        : Optional.empty();
  }

  private static boolean ends(Event event, AwaitingModel awaited) {
    return event instanceof TurnEnded ended && ended.turn().equals(awaited.turn().id());
  }
}

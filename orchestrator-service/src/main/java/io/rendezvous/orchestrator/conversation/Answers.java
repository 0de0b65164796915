package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.event.Event.ModelGaveUp;
import io.rendezvous.common.event.Event.ModelResponded;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.event.Event.ToolRefused;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.FailedTry;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of what a model says. */
final class Answers {
  private final Limits limits;
  private final Turns turns;

  Answers(Limits limits, Turns turns) {
    this.limits = limits;
    this.turns = turns;
  }

  void answer(Draft draft, ModelAnswered answer) {
    if (!(draft.state().phase() instanceof AwaitingModel awaited)
        || !matches(awaited, answer.turn(), answer.ask())) {
      draft
          .state()
          .summarizing(answer.ask())
          .ifPresentOrElse(
              asked -> Summaries.take(draft, asked, answer),
              () -> settle(draft, answer.ask(), answer.usage(), answer.failed()));
      return;
    }
    if (isEmpty(answer)) {
      draft.add(
          new ModelGaveUp(
              answer.turn(),
              awaited.round(),
              answer.ask(),
              ModelFailure.INCOMPLETE,
              Stream.concat(
                      answer.failed().stream(),
                      Stream.of(new FailedTry(ModelFailure.INCOMPLETE, answer.usage())))
                  .toList()));
      turns.end(draft, answer.turn(), TurnEndReason.MODEL_UNAVAILABLE);
      return;
    }
    draft.add(
        new ModelResponded(
            answer.turn(),
            awaited.round(),
            answer.ask(),
            answer.attempt(),
            answer.text(),
            answer.calls(),
            answer.usage(),
            answer.failed()));
    if (answer.calls().isEmpty() && awaited.steering().isEmpty()) {
      turns.end(draft, answer.turn(), TurnEndReason.ANSWERED);
    } else {
      call(draft, answer, awaited.round());
    }
  }

  private static boolean isEmpty(ModelAnswered answer) {
    Personal text = answer.text();
    return answer.calls().isEmpty() && (text == null || text.characters() == 0);
  }

  private static boolean matches(AwaitingModel awaited, TurnId turn, AskId ask) {
    return awaited.turn().id().equals(turn) && awaited.ask().equals(ask);
  }

  private void call(Draft draft, ModelAnswered answer, int round) {
    for (int i = 0; i < answer.calls().size(); i++) {
      ToolRequest request = answer.calls().get(i);
      CallId call = CallId.of(answer.turn(), round, i);
      ToolFailure refused = refused(draft.state(), request.name(), i);
      draft.add(
          refused == null
              ? new ToolAsked(call, answer.ask(), request.name(), request.arguments())
              : new ToolRefused(call, answer.ask(), request.name(), refused, null, false));
    }
    turns.askWhenAllAnswered(draft);
  }

  /** Why the tool at this place is not called; null where it is. */
  private @Nullable ToolFailure refused(Conversation state, String tool, int place) {
    if (ToolCatalogue.find(tool).isEmpty()) {
      return ToolFailure.UNKNOWN_TOOL;
    }
    boolean allowed =
        state.phase().running().filter(turn -> turn.preferences().allows(tool)).isPresent();
    if (!allowed) {
      return ToolFailure.UNAUTHORIZED;
    }
    return place < limits.callsPerAnswer() ? null : ToolFailure.INVALID_ARGUMENTS;
  }

  void giveUp(Draft draft, ModelFailed failure) {
    if (draft.state().phase() instanceof AwaitingModel awaited
        && matches(awaited, failure.turn(), failure.ask())) {
      draft.add(
          new ModelGaveUp(
              failure.turn(), awaited.round(), failure.ask(), failure.reason(), failure.failed()));
      turns.end(
          draft,
          failure.turn(),
          failure.reason() == ModelFailure.OVER_BUDGET
              ? TurnEndReason.BUDGET
              : TurnEndReason.MODEL_UNAVAILABLE);
    } else {
      settle(draft, failure.ask(), null, failure.failed());
    }
  }

  /** Nobody waits for it any more, or nothing came of it, but it was paid for. */
  private static void settle(
      Draft draft, AskId ask, @Nullable Usage usage, List<FailedTry> failed) {
    draft
        .state()
        .summarizing(ask)
        .ifPresent(
            asked ->
                draft.add(
                    new ModelSettled(asked.turn(), ask, ModelPurpose.SUMMARY, usage, failed)));
    draft.state().owedAsks().stream()
        .filter(owed -> owed.ask().equals(ask))
        .findFirst()
        .ifPresent(
            owed ->
                draft.add(new ModelSettled(owed.turn(), ask, ModelPurpose.ANSWER, usage, failed)));
  }
}

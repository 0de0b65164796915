package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.event.Event.ModelSettled;
import io.rendezvous.common.event.Event.SummaryAsked;
import io.rendezvous.common.event.Event.SummaryMade;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.common.model.ChatMessage.AssistantSaid;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.model.ChatMessage.UserSaid;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.orchestrator.conversation.Phase.RollingBack;
import io.rendezvous.orchestrator.prompt.Templates;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** When the older part of a conversation is summarised, and what becomes of that. */
final class Summaries {
  /** A summary that was not reported after this time is not waited for any more. */
  private static final Duration LOST = Duration.ofHours(1);

  private final Limits limits;

  Summaries(Limits limits) {
    this.limits = limits;
  }

  /** Asks for a summary where the window has become large; turns do not wait for it. */
  void askAfter(Draft draft, TurnId ended, Preferences preferences) {
    Conversation state = draft.state();
    if (state.window().bytes() < limits.summaryFrom() || isBeingMade(state)) {
      return;
    }
    through(state)
        .ifPresent(
            through -> {
              String digest = ModelContext.toSummarize(state, through, preferences).digest();
              draft.add(
                  new SummaryAsked(
                      ended,
                      AskId.of(ended, 0, digest),
                      through,
                      preferences,
                      digest,
                      Templates.HASH));
            });
  }

  private static boolean isBeingMade(Conversation state) {
    return state.summarizing() != null
        && state.summarizing().since().plus(LOST).isAfter(state.time());
  }

  /**
   * The last message that a summary may cover: whole turns with all answers of their tools, none
   * that runs or has calls without a report, and not the newest.
   */
  private OptionalLong through(Conversation state) {
    Set<TurnId> open =
        state.owed().stream().map(owed -> owed.call().turn()).collect(Collectors.toSet());
    state.phase().running().ifPresent(running -> open.add(running.id()));
    if (state.phase() instanceof RollingBack back) {
      open.add(back.turn());
    }
    var calls = new HashSet<CallId>();
    var last = OptionalLong.empty();
    long before = -1;
    int remaining = state.window().bytes();
    for (Window.Entry entry : state.window().entries()) {
      ChatMessage message = entry.message();
      if (before >= 0 && message instanceof UserSaid && calls.isEmpty()) {
        last = OptionalLong.of(before);
      }
      remaining -= message.size();
      if (open.contains(message.turn()) || remaining < limits.summaryKeeps()) {
        break;
      }
      note(message, calls);
      before = entry.number();
    }
    return last;
  }

  private static void note(ChatMessage message, Set<CallId> open) {
    switch (message) {
      case UserSaid _, TurnUndone _ -> {}
      case AssistantSaid said -> open.addAll(said.callIds());
      case ToolAnswered answer -> open.remove(answer.call());
    }
  }

  static void take(Draft draft, Summarizing asked, ModelAnswered answer) {
    Personal text = answer.text();
    draft.add(
        text == null || text.characters() == 0
            ? new ModelSettled(
                asked.turn(), asked.ask(), ModelPurpose.SUMMARY, answer.usage(), answer.failed())
            : new SummaryMade(
                asked.turn(), asked.ask(), asked.through(), text, answer.usage(), answer.failed()));
  }
}

package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.event.Event.RollbackStarted;
import io.rendezvous.common.event.Event.ToolAsked;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.model.ChatMessage.ToolAnswered;
import io.rendezvous.common.model.ChatMessage.TurnUndone;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.conversation.Phase.AwaitingTools;
import io.rendezvous.orchestrator.conversation.Phase.Idle;
import io.rendezvous.orchestrator.conversation.Phase.RollingBack;
import io.rendezvous.orchestrator.conversation.Phase.Running;
import io.rendezvous.orchestrator.conversation.Phase.Started;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How tool calls change a conversation, those that undo a turn with them. */
final class CallEvolution {
  private CallEvolution() {}

  static Conversation call(Conversation before, ToolAsked asked) {
    return switch (before.phase()) {
      case AwaitingTools tools -> before.with(tools.with(open(before, asked, tools.origin())));
      case Started(var turn) when turn.action() -> {
        var tools = new AwaitingTools(turn, 1, asked.ask(), List.of(), false);
        yield before.with(tools.with(open(before, asked, tools.origin())));
      }
      case RollingBack back -> before.with(back.with(open(before, asked, Origin.ROLLBACK)));
      case Idle _, Running _ -> before;
    };
  }

  private static OpenCall open(Conversation before, ToolAsked asked, Origin origin) {
    return new OpenCall(
        asked.call(), asked.ask(), asked.name(), origin, kept(before, asked), before.time());
  }

  /** What only reads needs no approval, and what is too much is not kept in the state. */
  private static @Nullable Personal kept(Conversation before, ToolAsked asked) {
    Personal arguments = asked.arguments();
    if (arguments == null || !ToolCatalogue.hasEffects(asked.name())) {
      return null;
    }
    int already = before.phase().calls().stream().mapToInt(OpenCall::keptBytes).sum();
    return already + arguments.size() <= OpenCall.MOST_KEPT_BYTES ? arguments : null;
  }

  static Conversation report(Conversation before, ToolAnswered answer) {
    CallId call = answer.call();
    Conversation told = tell(before, answer).withOwed(OpenCall.minus(before.owed(), call));
    return switch (told.phase()) {
      case AwaitingTools tools when told.isRunning(call.turn()) -> {
        Outcomes outcomes = tools.turn().outcomes().with(before.window().request(call), answer);
        yield told.with(tools.without(call).with(tools.turn().with(outcomes)));
      }
      case RollingBack back when back.undo().equals(call) -> told.with(new Idle());
      case Idle _, Running _, RollingBack _ -> told;
    };
  }

  /** Models are told of all but what the user has done herself. */
  private static Conversation tell(Conversation before, ToolAnswered answer) {
    return switch (origin(before, answer.call())) {
      case USER -> before;
      case ROLLBACK ->
          Evolution.say(
              before,
              new TurnUndone(answer.call(), answer.result(), answer.failure(), answer.foreign()));
      case MODEL, INFLUENCED -> Evolution.say(before, answer);
    };
  }

  /** A call that is refused at once is in no list. */
  private static Origin origin(Conversation before, CallId call) {
    return OpenCall.find(before.phase().calls(), call)
        .or(() -> OpenCall.find(before.owed(), call))
        .map(OpenCall::origin)
        .orElseGet(
            () ->
                before.phase().running().filter(Turn::action).isPresent()
                    ? Origin.USER
                    : Origin.MODEL);
  }

  /** What was being waited for stays owed. */
  static Conversation owing(Conversation before) {
    Stream<OpenCall> open = before.phase().calls().stream().map(OpenCall::owed);
    return before.withOwed(Stream.concat(before.owed().stream(), open).toList());
  }

  static Conversation rollBack(Conversation before, RollbackStarted started) {
    return before.with(
        new RollingBack(
            started.turn(), started.undo(), started.preferences(), started.deadline(), null));
  }

  static Conversation giveUpRollback(Conversation before) {
    return owing(before).with(new Idle());
  }
}

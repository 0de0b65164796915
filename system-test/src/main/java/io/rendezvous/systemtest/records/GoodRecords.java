package io.rendezvous.systemtest.records;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.command.Report.ModelFailed;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.LedgerEntry.LeaseSettled;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.wire.Codec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of each topic that every reader can read, about a turn that nobody knows. */
public final class GoodRecords {
  private static final Codec CODEC = new Codec("system-test");

  private GoodRecords() {}

  /** About a new turn of that conversation. */
  public static RawRecord of(Topic topic, UserId user, ConversationId conversation) {
    Instant now = Instant.now();
    TurnId turn = TurnId.of(conversation, UUID.randomUUID().toString());
    return RawRecord.of(
        CODEC.encode(
            topic,
            key(topic, user, conversation),
            message(topic, user, turn, now),
            UUID.randomUUID().toString(),
            now,
            null));
  }

  private static @Nullable String key(Topic topic, UserId user, ConversationId conversation) {
    return switch (topic.name()) {
      // Whoever runs the call is meant.
      case "control" -> null;
      case "budgets" -> user.value();
      default -> conversation.value();
    };
  }

  private static Object message(Topic topic, UserId user, TurnId turn, Instant now) {
    var ask = AskId.of(turn, 1, "system-test");
    var call = CallId.of(turn, 1, 0);
    var text = new Personal("dW5zZWFsZWQ=", 8, "0000");
    var preferences = Preferences.DEFAULT;
    var ended = new NumberedEvent(1, new TurnEnded(turn, TurnEndReason.CANCELLED));
    var cancel = new CancelTurn(user, turn);
    return switch (topic.name()) {
      case "prompts" -> cancel;
      case "outcomes" -> new ModelFailed(user, turn, ask, ModelFailure.STOPPED, List.of());
      case "timers" -> new DeadlineReached(user, turn);
      case "history" -> new Decision(user, turn.conversation(), now, cancel, List.of(ended));
      case "model-calls" ->
          new ModelCall(
              user,
              turn,
              1,
              ask,
              1,
              ModelPurpose.ANSWER,
              now,
              now,
              preferences,
              null,
              null,
              List.of(),
              "",
              null);
      case "tool-calls.calendar" ->
          new ToolCall(user, call, ask, "list_events", text, preferences, now);
      case "reply-deltas" -> new ReplyDelta(user, turn, ask, 1, "a1", 0, text);
      case "control" -> new StopCall(user, turn, ask);
      case "budgets" -> new LeaseSettled(user, ask, List.of(), now);
      default -> throw new IllegalArgumentException("Expected a topic of ours, but " + topic);
    };
  }
}

package io.rendezvous.systemtest.check;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The log of one booking: a prompt, a tool call with an effect, an answer. */
final class Booking {
  static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);
  static final Instant START = Instant.parse("2026-11-23T10:00:00.123Z");
  static final String ANSWER = "C'est fait";

  private static final String TOOL = "create_event";
  private static final Usage USAGE = new Usage("offline", "assistant", 1, 0, 1, 0, false, 5);

  final UserId user = new UserId("u-ana");
  final ConversationId conversation = MARKS.mint(user, "seed");
  final TurnId turn = TurnId.of(conversation, "key");
  final CallId call = CallId.of(turn, 1, 0);
  final AskId firstAsk = AskId.of(turn, 1, "one");
  final AskId secondAsk = AskId.of(turn, 2, "two");
  final String event = Ids.derive("event", call.value());
  final String etag = Ids.derive("etag", event, call.value());
  final Receipt receipt = new Receipt(Receipt.Kind.CREATED, "personal", event, etag, null);

  static Personal sealed(String text) {
    return new Personal("sealed:" + text, text.length(), "digest:" + text);
  }

  List<Logged<Decision>> history() {
    var prompt =
        new SubmitPrompt(
            user,
            turn,
            sealed("Planifie"),
            null,
            "body",
            PromptPolicy.ENQUEUE,
            Preferences.DEFAULT);
    var request = new ToolRequest(TOOL, sealed("{}"));
    return List.of(
        record(
            0,
            decision(
                0,
                prompt,
                1,
                new Event.ConversationCreated(conversation, null, null, Map.of()),
                new Event.PromptAccepted(
                    turn, prompt.text(), null, "body", PromptPolicy.ENQUEUE, Preferences.DEFAULT),
                new Event.TurnStarted(turn, START.plusSeconds(300)),
                new Event.ModelAsked(turn, 1, firstAsk, "one", "tools", null))),
        record(
            1,
            decision(
                1,
                new ModelAnswered(
                    user, turn, firstAsk, "a1", null, List.of(request), USAGE, List.of()),
                5,
                new Event.ModelResponded(
                    turn, 1, firstAsk, "a1", null, List.of(request), USAGE, List.of()),
                new Event.ToolAsked(call, firstAsk, TOOL, sealed("{}")))),
        record(
            2,
            decision(
                2,
                new ToolFinished(user, call, firstAsk, sealed("done"), receipt),
                7,
                new Event.ToolSucceeded(call, firstAsk, TOOL, sealed("done"), receipt, false),
                new Event.ModelAsked(turn, 2, secondAsk, "two", "tools", null))),
        record(
            3,
            decision(
                3,
                new ModelAnswered(
                    user, turn, secondAsk, "a2", sealed(ANSWER), List.of(), USAGE, List.of()),
                9,
                new Event.ModelResponded(
                    turn, 2, secondAsk, "a2", sealed(ANSWER), List.of(), USAGE, List.of()),
                new Event.TurnEnded(turn, TurnEndReason.ANSWERED))));
  }

  Decision decision(int seconds, Command cause, long first, Event... events) {
    var numbered = new ArrayList<NumberedEvent>();
    for (Event one : events) {
      numbered.add(new NumberedEvent(first + numbered.size(), one));
    }
    return new Decision(user, conversation, START.plusSeconds(seconds), cause, numbered);
  }

  Logged<Decision> record(long offset, Decision decision) {
    return new Logged<>(
        new Place("history", 0, offset),
        decision.conversation().value(),
        decision,
        Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(decision)));
  }

  Logged<ToolCall> toolCall(long offset) {
    return toolCall(
        offset, new ToolCall(user, call, firstAsk, TOOL, sealed("{}"), Preferences.DEFAULT, START));
  }

  /** The same call once more, said to be approved. */
  Logged<ToolCall> approvedCall(long offset) {
    return toolCall(
        offset,
        new ToolCall(
            user,
            call,
            firstAsk,
            TOOL,
            sealed("{}"),
            Preferences.DEFAULT,
            START,
            Origin.MODEL,
            ApprovalId.of(call)));
  }

  private Logged<ToolCall> toolCall(long offset, ToolCall asked) {
    return new Logged<>(
        new Place("tool-calls.calendar", 0, offset),
        conversation.value(),
        asked,
        Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(asked)));
  }

  Logged<Command> toolFinished(long offset) {
    var done = new ToolFinished(user, call, firstAsk, sealed("done"), receipt);
    return new Logged<>(
        new Place("outcomes", 0, offset),
        conversation.value(),
        done,
        Json.MAPPER.readTree(Json.MAPPER.writeValueAsString((Command) done)));
  }
}

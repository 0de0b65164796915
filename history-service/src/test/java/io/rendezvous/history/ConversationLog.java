package io.rendezvous.history;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.RefusalReason;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the log of one conversation for tests: each call of {@code decides} is one record. */
public final class ConversationLog {
  public static final byte[] ID_KEY = new byte[32];
  public static final UserId ANA = new UserId("u-ana");
  public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  public final ConversationId id;
  private final List<Decision> decisions = new ArrayList<>();
  private long sequence;

  public ConversationLog() {
    this(new OwnerMarks(ID_KEY).mint(ANA, UUID.randomUUID().toString()));
  }

  public ConversationLog(ConversationId id) {
    this.id = id;
  }

  public TurnId turn(String key) {
    return TurnId.of(id, key);
  }

  public Decision decides(Event... events) {
    List<NumberedEvent> numbered =
        Arrays.stream(events).map(event -> new NumberedEvent(++sequence, event)).toList();
    var decision =
        new Decision(
            ANA, id, START.plusMillis(sequence), new CancelTurn(ANA, turn("cause")), numbered);
    decisions.add(decision);
    return decision;
  }

  public List<Decision> log() {
    return List.copyOf(decisions);
  }

  /** A prompt that is answered with the help of one tool, decision by decision. */
  public ConversationLog answersWithATool(TurnId turn) {
    decides(accepted(turn), new Event.TurnStarted(turn, START.plusSeconds(60)), asked(turn, 1));
    decides(responded(turn, 1, new ToolRequest("create_event", text("{}"))), toolAsked(turn));
    decides(toolSucceeded(turn, false), asked(turn, 2));
    decides(responded(turn, 2), ended(turn));
    return this;
  }

  public Event created() {
    return new Event.ConversationCreated(id, text("Title"), text("Prompt"), Map.of());
  }

  public static Event accepted(TurnId turn) {
    return new Event.PromptAccepted(
        turn, text("Bonjour"), null, "digest", PromptPolicy.ENQUEUE, Preferences.DEFAULT);
  }

  public static Event refused(TurnId turn, RefusalReason reason) {
    return new Event.PromptRefused(turn, "digest", reason);
  }

  public static Event asked(TurnId turn, int round) {
    return new Event.ModelAsked(turn, round, ask(turn, round), "digest", "hash", null);
  }

  public static Event responded(TurnId turn, int round, ToolRequest... calls) {
    return new Event.ModelResponded(
        turn,
        round,
        ask(turn, round),
        "attempt",
        text("Bien"),
        List.of(calls),
        new Usage("offline", "offline", 1, 0, 1, 0, false, 1),
        List.of());
  }

  public static Event toolAsked(TurnId turn) {
    return new Event.ToolAsked(call(turn), ask(turn, 1), "create_event", text("{}"));
  }

  public static Event toolSucceeded(TurnId turn, boolean late) {
    return new Event.ToolSucceeded(
        call(turn),
        ask(turn, 1),
        "create_event",
        text("{\"result\":1}"),
        new Receipt(Receipt.Kind.CREATED, "personal", "event", "1", null),
        late);
  }

  public static Event ended(TurnId turn) {
    return new Event.TurnEnded(turn, TurnEndReason.ANSWERED);
  }

  public static Event cancelled(TurnId turn) {
    return new Event.TurnEnded(turn, TurnEndReason.CANCELLED);
  }

  public static CallId call(TurnId turn) {
    return CallId.of(turn, 1, 0);
  }

  public static AskId ask(TurnId turn, int round) {
    return AskId.of(turn, round, "digest");
  }

  public static Personal text(String said) {
    return new Personal("c2VhbGVk" + said.hashCode(), said.length(), "digest");
  }

  public static Personal longText(int characters) {
    return new Personal("x".repeat(characters), characters, "digest");
  }
}

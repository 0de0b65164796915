package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.systemtest.check.evidence.Texts;
import io.rendezvous.systemtest.client.SseEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An event of the log as a stream has to tell it.
 *
 * @param fields what its data must say; it may say more
 */
record Visible(long sequence, String name, String turn, Map<String, String> fields) {
  Visible {
    fields = Map.copyOf(fields);
  }

  /** How clients are told of it, if they are. */
  static Optional<Visible> of(Fact fact, Texts texts) {
    return switch (fact.event()) {
      case Event.PromptAccepted accepted ->
          told(
              fact,
              "turn.accepted",
              Map.of("conversationId", accepted.turn().conversation().value()));
      case Event.ActionAccepted accepted ->
          told(
              fact,
              "turn.accepted",
              Map.of("conversationId", accepted.turn().conversation().value()));
      case Event.ModelResponded(_, _, _, _, var text, _, _, _) when text != null ->
          told(fact, "message", message(fact, texts, text));
      case Event.ToolAsked asked ->
          told(fact, "tool.started", call(asked.call().value(), asked.name()));
      case Event.ToolSucceeded done ->
          told(fact, "tool.finished", call(done.call().value(), done.name()));
      case Event.ToolRefused refused ->
          told(fact, "tool.finished", call(refused.call().value(), refused.name()));
      case Event.TurnEnded ended ->
          told(
              fact,
              "turn.ended",
              Map.of("status", ended.reason().status().name().toLowerCase(Locale.ROOT)));
      case Event.ConversationCreated _,
          Event.PromptRefused _,
          Event.TurnStarted _,
          Event.ModelAsked _,
          Event.ModelResponded _,
          Event.ModelGaveUp _,
          Event.ModelSettled _,
          Event.SummaryAsked _,
          Event.SummaryMade _,
          Event.ApprovalRequested _,
          Event.ApprovalDecided _,
          Event.ApprovalWithdrawn _,
          Event.ApprovalRefused _,
          Event.CalendarChanged _,
          Event.RollbackStarted _,
          Event.RollbackGaveUp _,
          Event.Unrecognized _ ->
          Optional.empty();
    };
  }

  private static Optional<Visible> told(Fact fact, String name, Map<String, String> fields) {
    return Optional.of(new Visible(fact.sequence(), name, String.valueOf(fact.turn()), fields));
  }

  private static Map<String, String> message(Fact fact, Texts texts, Personal text) {
    return texts
        .of(fact.user(), text)
        .map(opened -> Map.of("role", "ASSISTANT", "text", opened))
        .orElse(Map.of("role", "ASSISTANT"));
  }

  private static Map<String, String> call(String call, String name) {
    return Map.of("callId", call, "name", name);
  }

  /** Whether this is what was told. */
  boolean matches(SseEvent event) {
    return event.is(name)
        && event.text("turnId").equals(turn)
        && fields.entrySet().stream()
            .allMatch(field -> event.text(field.getKey()).equals(field.getValue()));
  }

  @Override
  public String toString() {
    return sequence + " " + name + " " + fields;
  }
}

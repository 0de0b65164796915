package io.rendezvous.systemtest.check;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.systemtest.client.SseEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows one stream as a client does: ids that only grow, and text that is never spliced. */
final class ShownText {
  private final ConversationId conversation;
  private final Findings findings;
  private final StringBuilder text = new StringBuilder();
  private FrameId last = FrameId.START;
  private String lastId = "";
  private long lastOfTheLog;
  private String turn = "";
  private String attempt = "";
  private int characters;

  /** Text was shown, and the place that was resumed does not tell how much. */
  private boolean unsure;

  /** The stream began within a text. */
  private boolean partial;

  ShownText(ConversationId conversation, Findings findings) {
    this.conversation = conversation;
    this.findings = findings;
  }

  /** The client goes on after the event of this id. */
  void connect(@Nullable String lastEventId) {
    if (lastEventId == null) {
      startAt(FrameId.START);
    } else if (lastEventId.equals(lastId)) {
      unsure |= characters > 0 && last.ofTheLog();
    } else {
      startAt(FrameId.parse(lastEventId).orElse(FrameId.START));
    }
  }

  private void startAt(FrameId place) {
    last = place;
    lastOfTheLog = place.sequence();
    attempt = place.attempt();
    characters = place.characters();
    text.setLength(0);
    partial = characters > 0;
    unsure = false;
  }

  void see(SseEvent event) {
    if (event.is("error") && event.id().isEmpty()) {
      return;
    }
    Optional<FrameId> id = FrameId.parse(event.id());
    if (id.isEmpty()) {
      findings.add(
          conversation, "ids of the form <seq> or <seq>.<attempt>.<characters>", event.id());
      return;
    }
    order(event, id.get());
    switch (event.event()) {
      case "text.delta" -> delta(event, id.get());
      case "text.reset" -> {
        clear();
        attempt = id.get().attempt();
      }
      case "message" -> message(event);
      case "turn.ended" -> ended(event);
      default -> {}
    }
    last = id.get();
    lastId = event.id();
  }

  private void order(SseEvent event, FrameId id) {
    boolean grows = id.ofTheLog() ? id.sequence() > lastOfTheLog : id.sequence() >= last.sequence();
    if (!grows || id.sequence() < last.sequence()) {
      findings.add(conversation, "an id beyond " + lastId, event.id(), event);
    }
    if (id.ofTheLog()) {
      lastOfTheLog = Math.max(lastOfTheLog, id.sequence());
    }
  }

  private void delta(SseEvent event, FrameId id) {
    String piece = event.text("text");
    boolean sameTurn = turn.isEmpty() || turn.equals(event.text("turnId"));
    if (characters > 0 && !(sameTurn && attempt.equals(id.attempt()))) {
      findings.add(
          conversation,
          "a reset before the text of another try",
          "text of " + id.attempt() + " after " + characters + " characters of " + attempt,
          event);
      clear();
    }
    if (characters + piece.length() != id.characters()) {
      findings.add(
          conversation,
          "text that follows on " + characters + " characters",
          piece.length() + " characters up to " + id.characters(),
          event);
    }
    turn = event.text("turnId");
    attempt = id.attempt();
    characters = id.characters();
    text.append(piece);
  }

  private void message(SseEvent event) {
    boolean compared = characters > 0 && !unsure && !partial;
    if (compared && !text.toString().equals(event.text("text"))) {
      findings.add(conversation, "the text as told: " + event.text("text"), text.toString(), event);
    }
    clear();
  }

  private void ended(SseEvent event) {
    if (characters > 0 && !unsure && turn.equals(event.text("turnId"))) {
      findings.add(
          conversation, "a reset of text that is no message", "the turn's end after it", text);
      clear();
    }
  }

  private void clear() {
    text.setLength(0);
    turn = "";
    attempt = "";
    characters = 0;
    unsure = false;
    partial = false;
  }
}

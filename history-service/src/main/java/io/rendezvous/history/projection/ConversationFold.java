package io.rendezvous.history.projection;

import static java.util.Objects.requireNonNullElseGet;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.history.log.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tables are to hold of one conversation: its head, and those turns that were read or
 * written lately. Used by one thread at a time, and thrown away when a write fails.
 */
final class ConversationFold {
  private final int partBytes;
  private @Nullable Head head;
  private final SequencedMap<TurnId, List<TurnPart>> turns = new LinkedHashMap<>();
  private final Map<TurnId, Executions> executions = new HashMap<>();
  private final List<LargeEvent> largeEvents = new ArrayList<>();

  /** A part of a turn takes at most {@code partBytes} of events; a larger one is kept apart. */
  ConversationFold(@Nullable Head head, int partBytes) {
    this.head = head;
    this.partBytes = partBytes;
  }

  @Nullable Head head() {
    return head;
  }

  long lastSequence() {
    return head == null ? 0 : head.lastSequence();
  }

  boolean knowsTurn(TurnId turn) {
    return turns.containsKey(turn);
  }

  boolean knowsExecutions(TurnId turn) {
    return executions.containsKey(turn);
  }

  /** A turn's last part, as the table has it. */
  void learn(TurnPart last) {
    turns.putLast(last.turn(), List.of(last));
  }

  /** A turn's tool calls, as the table has them. */
  void learn(Executions stored) {
    executions.put(stored.turn(), stored);
  }

  /** Takes the decision that follows the last; every turn that it continues must be known. */
  void apply(LoggedDecision next) {
    Head updated = requireNonNullElseGet(head, () -> Head.before(next));
    for (LoggedEvent whole : next.events()) {
      LoggedEvent event = fitting(whole);
      TurnId turn = event.turn();
      if (turn == null) {
        updated = updated.about(event, next.at());
      } else {
        apply(turn, event, next.user(), next.at());
      }
    }
    head = updated.upTo(next);
  }

  private LoggedEvent fitting(LoggedEvent event) {
    if (event.raw().toString().length() <= partBytes) {
      return event;
    }
    LargeEvent large = LargeEvent.of(event);
    largeEvents.add(large);
    return large.reference();
  }

  /** An event that an item has already is left alone: a crash may have come before the head. */
  private void apply(TurnId turn, LoggedEvent event, UserId user, Instant at) {
    List<TurnPart> parts = turns.getOrDefault(turn, List.of());
    if (parts.isEmpty() && event.event() instanceof Event.Acceptance) {
      // New, so that the table need not be asked.
      executions.put(turn, Executions.none(turn, user));
    }
    if (parts.isEmpty() || parts.getLast().lastSequence() < event.sequence()) {
      turns.putLast(turn, grown(parts, event, user, at));
    }
    if (Executions.concerns(event.event())) {
      executions.compute(
          turn,
          (_, known) -> {
            Executions calls = known == null ? Executions.none(turn, user) : known;
            return calls.lastSequence() < event.sequence() ? calls.plus(event, at) : calls;
          });
    }
  }

  private List<TurnPart> grown(List<TurnPart> parts, LoggedEvent event, UserId user, Instant at) {
    var grown = new ArrayList<>(parts);
    // Accepted after it had been refused, a turn starts anew beside the refusal.
    if (parts.isEmpty() || event.event() instanceof Event.Acceptance) {
      grown.add(TurnPart.from(event, user, at));
      return grown;
    }
    TurnPart larger = parts.getLast().plus(event, at);
    if (larger.events().bytes() > partBytes) {
      grown.add(parts.getLast().next(event, at));
    } else {
      grown.set(grown.size() - 1, larger);
    }
    return grown;
  }

  /** What is to be kept apart. */
  List<LargeEvent> largeEvents() {
    return List.copyOf(largeEvents);
  }

  /** What the table lacks, the parts of each turn in their order. */
  List<TurnPart> changedParts() {
    return turns.values().stream().flatMap(List::stream).filter(TurnPart::isChanged).toList();
  }

  /** What the table lacks. */
  List<Executions> changedExecutions() {
    return executions.values().stream().filter(Executions::isChanged).toList();
  }

  /** The tables have it all now: keeps the running turns and as many of the others as told. */
  void stored(int endedTurns) {
    largeEvents.clear();
    head = head == null ? null : head.stored();
    turns.replaceAll((_, parts) -> List.of(parts.getLast().stored()));
    executions.replaceAll((_, calls) -> calls.stored());
    long ended = turns.values().stream().filter(parts -> !parts.getLast().isRunning()).count();
    for (var turn : List.copyOf(turns.entrySet())) {
      if (ended > endedTurns && !turn.getValue().getLast().isRunning()) {
        turns.remove(turn.getKey());
        ended--;
      }
    }
    executions.keySet().retainAll(turns.keySet());
  }

  /** About how much memory this takes. */
  int bytes() {
    int bytes = 1024 + (head == null ? 0 : head.events().bytes());
    for (List<TurnPart> parts : turns.values()) {
      bytes += 512 + parts.getLast().events().bytes();
    }
    for (Executions calls : executions.values()) {
      bytes += 512 * calls.calls().size();
    }
    return bytes;
  }
}

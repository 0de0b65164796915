package io.rendezvous.systemtest.check;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Logged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The decisions of {@code history}, by conversation, without those that readers must refuse. */
final class Log {
  private final Map<ConversationId, List<Logged<Decision>>> decisions = new LinkedHashMap<>();
  private final Map<ConversationId, List<Fact>> stories = new LinkedHashMap<>();
  private final Map<TurnId, List<Fact>> turns = new LinkedHashMap<>();

  private Log() {}

  static Log of(Evidence evidence) {
    var log = new Log();
    for (Logged<Decision> record : evidence.logs().history()) {
      if (Belonging.trouble(evidence.marks(), record).isEmpty()) {
        log.add(record);
      }
    }
    return log;
  }

  private void add(Logged<Decision> record) {
    ConversationId conversation = record.message().conversation();
    decisions.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(record);
    List<Fact> story = stories.computeIfAbsent(conversation, _ -> new ArrayList<>());
    for (int i = 0; i < record.message().events().size(); i++) {
      Fact fact = fact(record, i);
      // A repeat is a finding of its own; readers skip it.
      if (story.isEmpty() || story.getLast().sequence() < fact.sequence()) {
        story.add(fact);
        TurnId turn = fact.turn();
        if (turn != null) {
          turns.computeIfAbsent(turn, _ -> new ArrayList<>()).add(fact);
        }
      }
    }
  }

  private static Fact fact(Logged<Decision> record, int index) {
    Decision decision = record.message();
    NumberedEvent numbered = decision.events().get(index);
    return new Fact(
        record.place(),
        decision.user(),
        numbered.sequence(),
        decision.at(),
        numbered.event(),
        requireNonNull(record.json().path("events").path(index).path("event")));
  }

  /** Records as they stand, repeats too. */
  Map<ConversationId, List<Logged<Decision>>> decisions() {
    return decisions;
  }

  /** Events in the order of their numbers, each once. */
  Map<ConversationId, List<Fact>> stories() {
    return stories;
  }

  /** The same by turn. */
  Map<TurnId, List<Fact>> turns() {
    return turns;
  }

  List<Fact> turn(TurnId turn) {
    return turns.getOrDefault(turn, List.of());
  }

  List<Fact> story(ConversationId conversation) {
    return stories.getOrDefault(conversation, List.of());
  }
}

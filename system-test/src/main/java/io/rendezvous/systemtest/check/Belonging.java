package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.check.evidence.Logged;
import java.util.Optional;

/** Whether a record is its user's, and stands under its conversation's key. */
final class Belonging {
  private Belonging() {}

  /** What is wrong; nothing where the record is where it belongs. */
  static Optional<String> trouble(
      OwnerMarks marks, UserId user, ConversationId conversation, Logged<?> record) {
    if (!conversation.value().equals(record.key())) {
      return Optional.of("the key " + record.key());
    }
    return marks.owns(user, conversation)
        ? Optional.empty()
        : Optional.of(conversation + ", which is not of " + user);
  }

  /** The same of a decision, whose cause and events must be of its conversation too. */
  static Optional<String> trouble(OwnerMarks marks, Logged<Decision> record) {
    Decision decision = record.message();
    ConversationId conversation = decision.conversation();
    if (!decision.cause().conversation().equals(conversation)
        || !decision.cause().user().equals(decision.user())) {
      return Optional.of("a cause of " + decision.cause().conversation());
    }
    for (var numbered : decision.events()) {
      if (numbered.event() instanceof Event.OfTurn event
          && !event.turn().conversation().equals(conversation)) {
        return Optional.of("an event of " + event.turn());
      }
    }
    return trouble(marks, decision.user(), conversation, record);
  }
}

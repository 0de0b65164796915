package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.id.UserId;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.KnownTurn;
import io.rendezvous.orchestrator.conversation.Window;
import java.util.List;

/**
 * A conversation as it is stored: its messages are numbered already, and its known turns are
 * numbered here, as they came.
 *
 * @param firstTurn the number of the oldest known turn
 */
record StoredConversation(Conversation conversation, long firstTurn) {
  /** What is known of a turn and a message, beside the texts. */
  private static final int ENTRY_BYTES = 256;

  private static final int HEAD_BYTES = 1024;

  /** One in which nothing has happened, and of which nothing is stored. */
  static StoredConversation of(UserId owner) {
    return new StoredConversation(Conversation.of(owner), 0);
  }

  /** A head, with what is stored beside it. */
  StoredConversation with(List<Window.Entry> messages, List<KnownTurn> turns) {
    var window = Window.of(messages, conversation.window().next());
    return new StoredConversation(conversation.with(window, turns), firstTurn);
  }

  /** Without what is stored beside it. */
  StoredConversation head() {
    return with(List.of(), List.of());
  }

  /** The state after a decision: known turns went at the front and came at the end. */
  StoredConversation followedBy(Conversation after) {
    List<KnownTurn> old = conversation.recent();
    int gone = after.recent().isEmpty() ? old.size() : old.indexOf(after.recent().getFirst());
    return new StoredConversation(after, firstTurn + (gone < 0 ? old.size() : gone));
  }

  long nextTurn() {
    return firstTurn + conversation.recent().size();
  }

  KnownTurn turn(long number) {
    return conversation.recent().get((int) (number - firstTurn));
  }

  List<Window.Entry> messages() {
    return conversation.window().entries();
  }

  /** About what it takes in memory, in bytes. */
  long size() {
    return HEAD_BYTES
        + conversation.window().bytes()
        + ENTRY_BYTES * (long) (messages().size() + conversation.recent().size());
  }
}

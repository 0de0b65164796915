package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.KnownTurn;
import io.rendezvous.orchestrator.conversation.Window;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps each conversation as a small head and a key for each message and each turn that it knows,
 * so that a decision writes only what changed; the ones used last also stay in memory.
 */
final class ConversationStore {
  private static final char MESSAGE = 'm';
  private static final char TURN = 't';

  private final KeyValueStore<String, byte[]> store;
  private final RecentStates recent;

  /** To be made anew after a failed transaction: what is in memory was not undone with it. */
  ConversationStore(KeyValueStore<String, byte[]> store, RecentStates recent) {
    this.store = store;
    this.recent = recent;
  }

  Optional<StoredConversation> load(ConversationId id) {
    return recent.get(id).or(() -> read(id));
  }

  private Optional<StoredConversation> read(ConversationId id) {
    byte[] head = store.get(id.value());
    return head == null ? Optional.empty() : Optional.of(withParts(id, StoredState.readHead(head)));
  }

  private StoredConversation withParts(ConversationId id, StoredConversation head) {
    var messages = new ArrayList<Window.Entry>();
    var turns = new ArrayList<KnownTurn>();
    int kind = id.value().length();
    try (var found = store.prefixScan(id.value(), Serdes.String().serializer())) {
      while (found.hasNext()) {
        var part = found.next();
        if (part.key.length() == kind) {
          continue;
        }
        if (part.key.charAt(kind) == TURN) {
          turns.add(StoredState.read(part.value, KnownTurn.class));
        } else {
          long number = HexFormat.fromHexDigitsToLong(part.key, kind + 1, part.key.length());
          messages.add(new Window.Entry(number, StoredState.read(part.value, ChatMessage.class)));
        }
      }
    }
    List<KnownTurn> inside = head.conversation().recent();
    if (!inside.isEmpty()) {
      // A head of the first version: from here on its turns are stored as all others.
      saveTurns(id, head.head(), head);
      turns.addAll(inside);
    }
    return head.with(messages, turns);
  }

  void save(ConversationId id, StoredConversation before, Conversation after) {
    StoredConversation saved = before.followedBy(after);
    saveMessages(id, before, saved);
    saveTurns(id, before, saved);
    store.put(id.value(), StoredState.write(saved.head()));
    recent.put(id, saved);
  }

  /** Messages are ordered by their numbers: some of the old are kept, then come the new. */
  private void saveMessages(
      ConversationId id, StoredConversation before, StoredConversation after) {
    List<Window.Entry> remaining = after.messages();
    int kept = 0;
    for (Window.Entry old : before.messages()) {
      if (kept < remaining.size() && remaining.get(kept).number() == old.number()) {
        kept++;
      } else {
        store.delete(key(id, MESSAGE, old.number()));
      }
    }
    for (Window.Entry added : remaining.subList(kept, remaining.size())) {
      store.put(key(id, MESSAGE, added.number()), StoredState.write(added.message()));
    }
  }

  private void saveTurns(ConversationId id, StoredConversation before, StoredConversation after) {
    for (long gone = before.firstTurn(); gone < after.firstTurn(); gone++) {
      store.delete(key(id, TURN, gone));
    }
    for (long added = before.nextTurn(); added < after.nextTurn(); added++) {
      store.put(key(id, TURN, added), StoredState.write(after.turn(added)));
    }
  }

  private static String key(ConversationId id, char kind, long number) {
    return id.value() + kind + HexFormat.of().toHexDigits(number);
  }
}

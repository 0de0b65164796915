package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.model.ChatMessage;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.Window;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps each conversation as a small head and a key for each message, so that a decision writes
 * only what changed.
 */
final class ConversationStore {
  private static final String HEADS = "conversations";
  private static final String MESSAGES = "messages";

  private final KeyValueStore<String, byte[]> heads;
  private final KeyValueStore<String, byte[]> messages;

  ConversationStore(ProcessingContext context) {
    this.heads = context.getStateStore(HEADS);
    this.messages = context.getStateStore(MESSAGES);
  }

  static List<StoreBuilder<?>> stores() {
    return List.of(store(HEADS), store(MESSAGES));
  }

  private static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
  }

  Optional<Conversation> load(ConversationId id) {
    byte[] head = heads.get(id.value());
    return head == null
        ? Optional.empty()
        : Optional.of(withMessages(id, StoredState.read(head, Conversation.class)));
  }

  private Conversation withMessages(ConversationId id, Conversation head) {
    var entries = new ArrayList<Window.Entry>();
    try (var found = messages.prefixScan(id.value(), Serdes.String().serializer())) {
      while (found.hasNext()) {
        var entry = found.next();
        long number =
            HexFormat.fromHexDigitsToLong(entry.key, id.value().length(), entry.key.length());
        entries.add(new Window.Entry(number, StoredState.read(entry.value, ChatMessage.class)));
      }
    }
    return head.with(new Window(entries, head.window().next()));
  }

  void save(ConversationId id, Conversation before, Conversation after) {
    Set<Long> kept = numbers(after.window());
    for (Window.Entry entry : before.window().entries()) {
      if (!kept.contains(entry.number())) {
        messages.delete(key(id, entry));
      }
    }
    for (Window.Entry entry : after.window().entries()) {
      if (entry.number() >= before.window().next()) {
        messages.put(key(id, entry), StoredState.write(entry.message()));
      }
    }
    heads.put(
        id.value(), StoredState.write(after.with(new Window(List.of(), after.window().next()))));
  }

  private static Set<Long> numbers(Window window) {
    return window.entries().stream().map(Window.Entry::number).collect(Collectors.toSet());
  }

  private static String key(ConversationId id, Window.Entry entry) {
    return id.value() + HexFormat.of().toHexDigits(entry.number());
  }
}

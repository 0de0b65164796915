package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.id.ConversationId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The conversations used last, as many as fit; what is not here is read from the store. */
final class RecentStates {
  private final long limit;
  private final Map<ConversationId, StoredConversation> states =
      new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  /** The limit is in bytes, about. */
  RecentStates(long limit) {
    this.limit = limit;
  }

  Optional<StoredConversation> get(ConversationId id) {
    return Optional.ofNullable(states.get(id));
  }

  void put(ConversationId id, StoredConversation state) {
    StoredConversation before = states.put(id, state);
    size += state.size() - (before == null ? 0 : before.size());
    Iterator<StoredConversation> oldest = states.values().iterator();
    while (size > limit && oldest.hasNext()) {
      size -= oldest.next().size();
      oldest.remove();
    }
  }
}
